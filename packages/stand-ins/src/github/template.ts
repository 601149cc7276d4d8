import { type ExpressionFunction, evaluateExpression } from '../expressions/evaluate.js';
import { type Expression, type ExpressionValue, isTruthy, toText } from '../expressions/expression.js';
import { plainFunctions } from '../expressions/functions.js';
import { parseExpression } from '../expressions/parse.js';
import { printExpression, printValue } from '../expressions/print.js';
import type { SecretMasker } from '../masking/secret-masker.js';

/** What the text of a step is evaluated with. */
export interface TemplateScope {
  readonly contexts: { readonly [name: string]: ExpressionValue };
  readonly functions?: Readonly<Record<string, ExpressionFunction>>;
  readonly masker: SecretMasker;
  /** Gets the lines that the runner writes to the debug log while it evaluates. */
  readonly debug: (line: string) => void;
}

// A `}}` within a string does not end the hole.
const HOLE = /\$\{\{((?:'(?:[^']|'')*'|[^'])*?)\}\}/gs;

/**
 * Evaluates the `${{ … }}` of a text. Text around a hole becomes a `format(…)` call, as in the runner, and shows in its debug
 * log. Throws a SyntaxError or an Error with the words of the expression that cannot be evaluated.
 */
export function evaluateTemplate(text: string, scope: TemplateScope): string {
  const holes = [...text.matchAll(HOLE)];
  if (holes.length === 0) return text;
  return toText(evaluateTraced(templateExpression(text, holes), scope));
}

/** Evaluates a condition. One that asks for no status holds only while the job succeeds. */
export function evaluateCondition(condition: string, scope: TemplateScope): boolean {
  const bare = condition
    .trim()
    .replace(/^\$\{\{(.*)\}\}$/s, '$1')
    .trim();
  const asksForStatus = /\b(success|failure|always|cancelled)\s*\(/i.test(bare);
  const complete = bare === '' ? 'success()' : asksForStatus ? bare : `success() && (${bare})`;
  return isTruthy(evaluateTraced(parseExpression(complete), scope));
}

function templateExpression(text: string, holes: readonly RegExpExecArray[]): Expression {
  const args = holes.map(hole => parseExpression(hole[1]?.trim() ?? ''));
  const only = args[0];
  if (args.length === 1 && only && holes[0]?.[0].length === text.length) return only;
  let position = 0;
  let pattern = '';
  for (const [index, hole] of holes.entries()) {
    pattern += `${escapeBraces(text.slice(position, hole.index))}{${index}}`;
    position = hole.index + hole[0].length;
  }
  pattern += escapeBraces(text.slice(position));
  return { kind: 'call', name: 'format', args: [{ kind: 'literal', value: pattern }, ...args] };
}

const escapeBraces = (text: string): string => text.replaceAll('{', '{{').replaceAll('}', '}}');

// https://github.com/actions/runner/blob/main/src/Sdk/DTExpressions2/Expressions2/Sdk/ExpressionNode.cs
function evaluateTraced(expression: Expression, scope: TemplateScope): ExpressionValue {
  const show = (value: ExpressionValue): string => {
    if (typeof value === 'string') return printValue(scope.masker.mask(value));
    if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'Array' : 'Object';
    return printValue(value);
  };
  scope.debug(`Evaluating: ${printExpression(expression)}`);
  const value = evaluateExpression(expression, {
    contexts: scope.contexts,
    functions: { ...plainFunctions, ...scope.functions },
    trace(depth, node, result) {
      const line = result === undefined ? `Evaluating ${nodeName(node)}:` : `=> ${show(result)}`;
      scope.debug('..'.repeat(depth) + line);
    },
  });
  scope.debug(`Result: ${show(value)}`);
  return value;
}

const OPERATOR_NAMES: Readonly<Record<string, string>> = {
  '==': 'Equal',
  '!=': 'NotEqual',
  '<': 'LessThan',
  '<=': 'LessThanOrEqual',
  '>': 'GreaterThan',
  '>=': 'GreaterThanOrEqual',
  '&&': 'And',
  '||': 'Or',
  '!': 'Not',
};

function nodeName(node: Expression): string {
  if (node.kind === 'index') return 'Index';
  if (node.kind !== 'literal') return OPERATOR_NAMES[node.name] ?? node.name;
  if (node.value === null) return 'Null';
  return typeof node.value === 'string' ? 'String' : typeof node.value === 'number' ? 'Number' : 'Boolean';
}
