/**
 * Cuts a stream into lines as .NET's `StreamReader.ReadLine` does, which both runners read with: `\n`, `\r` and `\r\n` end
 * a line. A lone carriage return from hostile text therefore starts a new line, and can start a command.
 * https://learn.microsoft.com/dotnet/api/system.io.streamreader.readline
 */
export function createLineSplitter(onLine: (line: string) => void): { push(text: string): void; end(): void } {
  let pending = '';
  let skipLineFeed = false;
  return {
    push(text) {
      for (const char of text) {
        if (skipLineFeed && char === '\n') {
          skipLineFeed = false;
          continue;
        }
        skipLineFeed = char === '\r';
        if (char === '\n' || char === '\r') {
          onLine(pending);
          pending = '';
        } else {
          pending += char;
        }
      }
    },
    end() {
      if (pending !== '') onLine(pending);
      pending = '';
    },
  };
}
