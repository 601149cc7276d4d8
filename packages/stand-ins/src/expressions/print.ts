import type { Expression } from './expression.js';

const OPERATOR = /^\W+$/;

/** Writes an expression as the runner's debug log does: `steps.entra.outputs.token` rather than brackets. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return printValue(expression.value);
    case 'name':
      return expression.name;
    case 'index':
      return printIndex(expression.target, expression.key);
    case 'call':
      return printCall(expression.name, expression.args.map(printExpression));
  }
}

/** A literal in an expression's notation. */
export function printValue(value: null | boolean | number | string): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

function printIndex(target: Expression, key: Expression): string {
  const dotted = key.kind === 'literal' && typeof key.value === 'string' && /^[A-Za-z_][\w-]*$/.test(key.value);
  return dotted ? `${printExpression(target)}.${key.value}` : `${printExpression(target)}[${printExpression(key)}]`;
}

function printCall(name: string, args: readonly string[]): string {
  if (name === '!') return `!${args[0]}`;
  return OPERATOR.test(name) ? `(${args.join(` ${name} `)})` : `${name}(${args.join(', ')})`;
}
