/** A workflow command as it was written to a stream. Property names are in lower case. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

type Unescape = (text: string) => string;

// `%25` comes last, so that an escaped percent sign does not become a part of another escape.
const unescapeData: Unescape = text => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
const unescapeProperty: Unescape = text =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
const unescapeV1: Unescape = text =>
  text
    .replaceAll('%3B', ';')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%5D', ']')
    .replaceAll('%25', '%');

/**
 * Reads `::name key=value,…::data` (at the start of a line, after blanks) or, failing that, `##[name key=value;…]data`
 * (anywhere in a line). Undefined when the line holds neither, or when the name is not registered.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function parseWorkflowCommand(
  line: string,
  isRegistered: (name: string) => boolean,
): WorkflowCommand | undefined {
  return parseV2(line.trimStart(), isRegistered) ?? parseV1(line, isRegistered);
}

function parseV2(line: string, isRegistered: (name: string) => boolean): WorkflowCommand | undefined {
  if (!line.startsWith('::')) return undefined;
  const end = line.indexOf('::', 2);
  if (end < 0) return undefined;
  const [name, properties] = splitInfo(line.slice(2, end));
  if (!isRegistered(name)) return undefined;
  return {
    name,
    properties: parseProperties(properties.trim(), ',', unescapeProperty),
    data: unescapeData(line.slice(end + 2)),
  };
}

function parseV1(line: string, isRegistered: (name: string) => boolean): WorkflowCommand | undefined {
  const start = line.indexOf('##[');
  if (start < 0) return undefined;
  const end = line.indexOf(']', start);
  if (end < 0) return undefined;
  const [name, properties] = splitInfo(line.slice(start + 3, end));
  if (!isRegistered(name)) return undefined;
  return { name, properties: parseProperties(properties, ';', unescapeV1), data: unescapeV1(line.slice(end + 1)) };
}

function splitInfo(info: string): readonly [name: string, properties: string] {
  const space = info.indexOf(' ');
  return space < 0 ? [info, ''] : [info.slice(0, space), info.slice(space + 1)];
}

function parseProperties(text: string, separator: string, resolve: Unescape): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const pair of text.split(separator)) {
    // .NET's Split with RemoveEmptyEntries and a count of 2: leading `=` are dropped on both sides.
    const match = /^=*([^=]+)=+(.+)$/s.exec(pair);
    if (match?.[1] && match[2]) properties[match[1].toLowerCase()] = resolve(match[2]);
  }
  return properties;
}
