import type { GivenInputs } from './given-inputs.js';

/** Six hours, the longest a hosted job runs. */
const longest = 6 * 60 * 60;

/** As long as a code lives, and a little: the code's own end is told better than a deadline. */
const deviceCodeTimeout = 20 * 60;

/** Reads how many seconds the step may take; the default where a problem was reported. */
export function parseTimeout(given: GivenInputs): number {
  const usual = given.value('credential') === 'device-code' ? deviceCodeTimeout : 60;
  const text = given.value('timeout');
  if (text === '') return usual;
  const seconds = parseSeconds(text);
  if (seconds !== undefined && seconds >= 1 && seconds <= longest) return seconds;
  given.report('timeout', `is '${text}', and takes whole seconds from 1 to ${longest}.`, inSeconds(text));
  return usual;
}

const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** The seconds of a time with a unit, such as `30m`; undefined for any other text. */
export function inSeconds(text: string): string | undefined {
  const [, count, unit = ''] = /^(\d{1,6}) ?(s|m|h)[a-z]*$/i.exec(text) ?? [];
  return count === undefined ? undefined : String(Number(count) * (unitSeconds[unit.toLowerCase()] ?? 1));
}

/** Whole seconds; undefined for any other text. */
export function parseSeconds(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
