import type { GivenInputs } from './given-inputs.js';
import { inSeconds, parseSeconds } from './seconds.js';

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
