/** A piece of an expression; strings are unescaped already. */
export interface Token {
  readonly kind: 'string' | 'number' | 'name' | 'symbol' | 'end';
  readonly text: string;
}

const PATTERNS: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
  ['space', /\s+/y],
  ['string', /'(?:[^']|'')*'/y],
  ['number', /[-+]?(?:0x[0-9a-fA-F]+|\d+(?:\.\d+)?)/y],
  ['name', /[A-Za-z_][A-Za-z0-9_-]*/y],
  ['symbol', /==|!=|<=|>=|&&|\|\||[()[\].,!<>*]/y],
];

/** Cuts an expression into tokens, an `end` token last. Throws a SyntaxError at a character that no token starts with. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    const [kind, match] = matchAt(text, position);
    position += match.length;
    if (kind === 'string') tokens.push({ kind, text: match.slice(1, -1).replaceAll("''", "'") });
    else if (kind !== 'space') tokens.push({ kind, text: match });
  }
  return [...tokens, { kind: 'end', text: '' }];
}

function matchAt(text: string, position: number): readonly [Token['kind'] | 'space', string] {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match) return [kind, match[0]];
  }
  throw new SyntaxError(
    `Unexpected symbol: '${text[position]}'. Located at position ${position + 1} within expression: ${text}`,
  );
}
