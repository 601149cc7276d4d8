/** What a log is read at. */
const columns = 80;

/**
 * Breaks a line of text between words, to fit a log of 80 columns. A word that is longer stays whole, so that values can
 * be copied.
 * @param indent stands before the first line; the others are indented by two more.
 */
export function wrap(text: string, indent = ''): string[] {
  const lines: string[] = [];
  let line = indent;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = `${indent}  `;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}
