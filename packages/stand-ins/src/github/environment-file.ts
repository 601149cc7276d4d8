/** A name and its value from GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE. */
export type EnvironmentEntry = readonly [name: string, value: string];

/**
 * Reads `name=value` and `name<<delimiter` entries, in order. Only `\n` ends a line (on Linux a `\r` belongs to the value).
 * Throws an Error with the runner's words for what it cannot read; entries before that have been yielded.
 * https://github.com/actions/runner/blob/main/src/Runner.Worker/FileCommandManager.cs (EnvFileKeyValuePairs)
 */
export function* readEnvironmentFile(text: string): Generator<EnvironmentEntry> {
  let position = 0;
  while (position < text.length) {
    const line = lineAt(text, position);
    position = line.next;
    if (line.text === '') continue;
    const equals = line.text.indexOf('=');
    const heredoc = line.text.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      yield [line.text.slice(0, equals), line.text.slice(equals + 1)];
    } else if (heredoc >= 0) {
      const entry = readHeredoc(text, position, line.text, heredoc);
      position = entry.next;
      yield [entry.name, entry.value];
    } else {
      throw new Error(`Invalid format '${line.text}'`);
    }
  }
}

interface Line {
  readonly text: string;
  readonly next: number;
  readonly terminated: boolean;
}

function lineAt(text: string, position: number): Line {
  const end = text.indexOf('\n', position);
  return end < 0
    ? { text: text.slice(position), next: text.length, terminated: false }
    : { text: text.slice(position, end), next: end + 1, terminated: true };
}

function readHeredoc(text: string, start: number, header: string, marker: number) {
  const name = header.slice(0, marker);
  const delimiter = header.slice(marker + 2);
  if (name === '' || delimiter === '') {
    throw new Error(`Invalid format '${header}'. Name must not be empty and delimiter must not be empty`);
  }
  let position = start;
  let end = start;
  while (position < text.length) {
    const line = lineAt(text, position);
    if (line.text === delimiter) return { name, value: text.slice(start, end), next: line.next };
    if (!line.terminated) throw new Error('Invalid value. EOF marker missing new line.');
    position = line.next;
    end = position - 1;
  }
  throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
}
