/** What a log says of a failure below its annotation, read back. */
export interface FailureDetails {
  /** As they stand in the log. */
  readonly lines: readonly string[];
  readonly title: string;
  readonly seen: readonly string[];
  readonly causes: readonly string[];
  readonly mended: string;
  /** Values by their labels, each in one line. */
  readonly facts: ReadonlyMap<string, string>;
  /** The JSON of a federated credential, and the command that makes it. */
  readonly credential: string;
  readonly command: string;
}

/** A line indented by two, and the lines that are indented further below it. */
interface Part {
  readonly head: string;
  readonly body: string[];
}

/** The headings that stand over more than one value. */
const headings = {
  seen: 'Seen in this run:',
  causes: 'Usual causes:',
  mended: 'As it would be right:',
  credential: 'A federated credential that fits this run (credential.json):',
  command: 'The command that makes it:',
};

/**
 * Reads the details of the last failure in a log: from its title, which is not indented, to the line with the link.
 * @throws {Error} when there are none.
 */
export function readDetails(log: string): FailureDetails {
  const lines = linesOfDetails(log);
  const [title = '', ...indented] = lines;
  const parts: Part[] = [];
  for (const line of indented) {
    if (/^ {2}\S/.test(line)) parts.push({ head: line.trim(), body: [] });
    else parts.at(-1)?.body.push(line);
  }
  const body = (heading: string) => parts.find(({ head }) => head === heading)?.body ?? [];
  const block = (heading: string) =>
    body(heading)
      .map(line => line.slice(4))
      .join('\n');
  const isHeading = (head: string) => Object.values(headings).includes(head);
  return {
    lines,
    title,
    seen: items(body(headings.seen)),
    causes: items(body(headings.causes)),
    mended: block(headings.mended),
    facts: new Map(parts.filter(({ head }) => !isHeading(head)).map(factOf)),
    credential: block(headings.credential),
    command: block(headings.command),
  };
}

function linesOfDetails(log: string): string[] {
  const lines = log.split('\n');
  const more = lines.findLastIndex(line => /^ {2}More:/.test(line));
  const first = lines.slice(0, more).findLastIndex(line => /^\S/.test(line));
  if (more < 0 || first < 0) throw new Error(`The log has no details of a failure:\n${log}`);
  // A long address stands on a line of its own.
  const last = lines[more] === '  More:' ? more + 1 : more;
  return lines.slice(first, last + 1);
}

/** A wrapped line goes on with two more blanks of indent. */
function items(body: readonly string[]): string[] {
  const text = body.map(line => (line.startsWith('    - ') ? `\n${line.slice(6)}` : ` ${line.trim()}`)).join('');
  return text.split('\n').slice(1);
}

function factOf({ head, body }: Part): [label: string, value: string] {
  const text = [head, ...body].map(line => line.trim()).join(' ');
  const [label = '', ...value] = text.split(': ');
  return [label, value.join(': ')];
}
