import { type Expression, type ExpressionValue, entryOf, isTruthy, looselyEqual, toNumber } from './expression.js';

/** A function of expressions; it gets evaluated arguments. */
export type ExpressionFunction = (args: readonly ExpressionValue[]) => ExpressionValue;

/** What an expression may refer to. Names are looked up without regard to case. */
export interface ExpressionScope {
  readonly contexts: { readonly [name: string]: ExpressionValue };
  readonly functions: Readonly<Record<string, ExpressionFunction>>;
  /** Told of each node before (`value` undefined) and after it was evaluated. */
  readonly trace?: (depth: number, expression: Expression, value?: ExpressionValue) => void;
}

const OPERATORS: Readonly<Record<string, (left: ExpressionValue, right: ExpressionValue) => boolean>> = {
  '==': looselyEqual,
  '!=': (left, right) => !looselyEqual(left, right),
  '<': (left, right) => toNumber(left) < toNumber(right),
  '<=': (left, right) => toNumber(left) <= toNumber(right),
  '>': (left, right) => toNumber(left) > toNumber(right),
  '>=': (left, right) => toNumber(left) >= toNumber(right),
};

/** Evaluates an expression. Throws an Error that names a context or function that does not exist. */
export function evaluateExpression(expression: Expression, scope: ExpressionScope, depth = 0): ExpressionValue {
  scope.trace?.(depth, expression);
  const value = compute(expression, scope, depth);
  scope.trace?.(depth, expression, value);
  return value;
}

function compute(expression: Expression, scope: ExpressionScope, depth: number): ExpressionValue {
  const evaluate = (inner: Expression): ExpressionValue => evaluateExpression(inner, scope, depth + 1);
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'name':
      return contextOf(scope, expression.name);
    case 'index':
      return entryOf(evaluate(expression.target), evaluate(expression.key));
    case 'call':
      return call(expression.name, expression.args, scope, evaluate);
  }
}

function contextOf(scope: ExpressionScope, name: string): ExpressionValue {
  const found = Object.entries(scope.contexts).find(([key]) => key.toLowerCase() === name.toLowerCase());
  if (!found) throw new Error(`Unrecognized named-value: '${name}'`);
  return found[1];
}

function call(
  name: string,
  args: readonly Expression[],
  scope: ExpressionScope,
  evaluate: (inner: Expression) => ExpressionValue,
): ExpressionValue {
  if (name === '&&' || name === '||') return shortCircuit(name, args, evaluate);
  const values = args.map(evaluate);
  if (name === '!') return !isTruthy(values[0] ?? null);
  const operator = OPERATORS[name];
  if (operator) return operator(values[0] ?? null, values[1] ?? null);
  const found = Object.entries(scope.functions).find(([key]) => key.toLowerCase() === name.toLowerCase());
  if (!found) throw new Error(`Unrecognized function: '${name}'`);
  return found[1](values);
}

function shortCircuit(
  name: '&&' | '||',
  args: readonly Expression[],
  evaluate: (inner: Expression) => ExpressionValue,
): ExpressionValue {
  let value: ExpressionValue = null;
  for (const arg of args) {
    value = evaluate(arg);
    if (isTruthy(value) === (name === '||')) return value;
  }
  return value;
}
