/** A logging command. Property names are in lower case. */
export interface LoggingCommand {
  readonly area: string;
  readonly event: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

// `;` and line ends first, `%AZP25` last when read and first when written.
// https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Sdk/CommandStringConvertor.cs
const ESCAPES = [
  [';', '%3B'],
  ['\r', '%0D'],
  ['\n', '%0A'],
  [']', '%5D'],
] as const;

/** Resolves the escapes of a command's data or of a property. */
export function unescapeCommand(text: string): string {
  let unescaped = text;
  for (const [token, code] of ESCAPES) unescaped = unescaped.replaceAll(code, token);
  return unescaped.replaceAll('%AZP25', '%');
}

/** The reverse of `unescapeCommand`. */
export function escapeCommand(text: string): string {
  let escaped = text.replaceAll('%', '%AZP25');
  for (const [token, code] of ESCAPES) escaped = escaped.replaceAll(token, code);
  return escaped;
}

/**
 * Reads `##vso[area.event name=value;…]data`, which may stand anywhere in a line; what stands before it is lost.
 * https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Microsoft.VisualStudio.Services.Agent/Command.cs
 */
export function parseLoggingCommand(line: string): LoggingCommand | undefined {
  const start = line.indexOf('##vso[');
  if (start < 0) return undefined;
  const end = line.indexOf(']', start);
  if (end < 0) return undefined;
  const info = line.slice(start + '##vso['.length, end);
  const space = info.indexOf(' ');
  const name = space < 0 ? info : info.slice(0, space);
  const [area, event, ...rest] = name.split('.').filter(part => part !== '');
  if (area === undefined || event === undefined || rest.length > 0) return undefined;
  return {
    area,
    event,
    properties: space > 0 ? parseProperties(info.slice(space + 1)) : {},
    data: unescapeCommand(line.slice(end + 1)),
  };
}

function parseProperties(text: string): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const pair of text.split(';')) {
    // .NET's Split with RemoveEmptyEntries and a count of 2: leading `=` are dropped on both sides.
    const match = /^=*([^=]+)=+(.+)$/s.exec(pair);
    if (match?.[1] && match[2]) properties[match[1].toLowerCase()] = unescapeCommand(match[2]);
  }
  return properties;
}
