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
