import type { Expression } from './expression.js';
import { type Token, tokenize } from './tokens.js';

const OPERATORS: readonly (readonly string[])[] = [['||'], ['&&'], ['==', '!='], ['<', '<=', '>', '>=']];

/** Parses an expression as it stands between `${{` and `}}`, or in a condition. Throws a SyntaxError that quotes it. */
export function parseExpression(text: string): Expression {
  const tokens = tokenize(text);
  let position = 0;
  const peek = (): Token => tokens[position] ?? { kind: 'end', text: '' };
  const next = (): Token => {
    const token = peek();
    position += 1;
    return token;
  };
  const isSymbol = (symbol: string): boolean => peek().kind === 'symbol' && peek().text === symbol;
  const fail = (): never => {
    throw new SyntaxError(`Unexpected token '${peek().text}' within expression: ${text}`);
  };
  const expect = (symbol: string): void => {
    if (!isSymbol(symbol)) fail();
    position += 1;
  };

  const binary = (level: number): Expression => {
    const operators = OPERATORS[level];
    if (!operators) return unary();
    let left = binary(level + 1);
    while (peek().kind === 'symbol' && operators.includes(peek().text)) {
      left = { kind: 'call', name: next().text, args: [left, binary(level + 1)] };
    }
    return left;
  };

  const unary = (): Expression => {
    if (!isSymbol('!')) return postfix(primary());
    position += 1;
    return { kind: 'call', name: '!', args: [unary()] };
  };

  const postfix = (start: Expression): Expression => {
    let target = start;
    while (isSymbol('.') || isSymbol('[')) {
      if (next().text === '.') {
        if (peek().kind !== 'name') fail();
        target = { kind: 'index', target, key: { kind: 'literal', value: next().text } };
      } else {
        target = { kind: 'index', target, key: binary(0) };
        expect(']');
      }
    }
    return target;
  };

  const primary = (): Expression => {
    const token = peek();
    if (token.kind === 'string') return { kind: 'literal', value: next().text };
    if (token.kind === 'number') return { kind: 'literal', value: Number(next().text) };
    if (token.kind === 'name') return named(next().text);
    expect('(');
    const inner = binary(0);
    expect(')');
    return inner;
  };

  const named = (name: string): Expression => {
    if (name === 'true' || name === 'false') return { kind: 'literal', value: name === 'true' };
    if (name === 'null') return { kind: 'literal', value: null };
    if (!isSymbol('(')) return { kind: 'name', name };
    position += 1;
    const args: Expression[] = [];
    while (!isSymbol(')')) {
      args.push(binary(0));
      if (!isSymbol(')')) expect(',');
    }
    expect(')');
    return { kind: 'call', name, args };
  };

  const parsed = binary(0);
  if (peek().kind !== 'end') fail();
  return parsed;
}
