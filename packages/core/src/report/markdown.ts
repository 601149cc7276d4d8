import { safeText } from './safe-text.js';

/** Shows text from outside in markdown as it is, inside a table too. */
export function markdownText(text: string): string {
  return safeText(text).replace(/[\\`*_{}[\]<>()#+!|~&$@]/g, character => `&#${character.charCodeAt(0)};`);
}

/** A table of two columns. */
export function markdownTable(rows: readonly (readonly [string, string])[]): string {
  return ['| | |', '|---|---|', ...rows.map(([label, value]) => `| ${label} | ${markdownText(value)} |`)].join('\n');
}
