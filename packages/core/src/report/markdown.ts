import { safeText } from './safe-text.js';

/** Shows text from outside in markdown as it is, inside a table too. */
export function markdownText(text: string): string {
  return escaped(safeText(text));
}

/** The same, with what stands between backticks as code. */
export function markdownProse(text: string): string {
  const parts = safeText(text).split('`');
  // Without its partner a backtick is text.
  if (parts.length % 2 === 0) return markdownText(text);
  return parts.map((part, index) => (index % 2 === 0 ? escaped(part) : `<code>${escaped(part)}</code>`)).join('');
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~&$@]/g, character => `&#${character.charCodeAt(0)};`);
}

/** A table of two columns. */
export function markdownTable(rows: readonly (readonly [string, string])[]): string {
  return [
    '| | |',
    '|---|---|',
    ...rows.map(([label, value]) => `| ${markdownText(label)} | ${markdownText(value)} |`),
  ].join('\n');
}
