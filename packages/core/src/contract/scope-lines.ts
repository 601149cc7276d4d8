/** A line of the input that names scopes. */
export interface ScopeLine {
  /** What stands before `=`; undefined where nothing does. */
  readonly name: string | undefined;
  /** One or several scopes, as they are written. */
  readonly written: string;
}

/** Takes the input `scope` apart: a line for each token, and a name before it or none. */
export function scopeLines(text: string): ScopeLine[] {
  return text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => {
      const [, name, rest] = /^([A-Za-z][A-Za-z0-9-]*)=(.*)$/.exec(line) ?? [];
      return { name, written: (rest ?? line).trim() };
    });
}
