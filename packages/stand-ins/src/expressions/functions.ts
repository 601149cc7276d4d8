import type { ExpressionFunction } from './evaluate.js';
import { type ExpressionValue, looselyEqual, toText } from './expression.js';

const text = (value: ExpressionValue | undefined): string => toText(value ?? null);
const lower = (value: ExpressionValue | undefined): string => text(value).toLowerCase();

/** Makes a value that was read from JSON or YAML one of expressions. */
export function toExpressionValue(parsed: unknown): ExpressionValue {
  if (typeof parsed === 'boolean' || typeof parsed === 'number' || typeof parsed === 'string') return parsed;
  if (parsed === null || parsed === undefined) return null;
  if (Array.isArray(parsed)) return parsed.map(toExpressionValue);
  return Object.fromEntries(Object.entries(Object(parsed)).map(([key, value]) => [key, toExpressionValue(value)]));
}

/** The functions without a state that workflow expressions know. */
export const plainFunctions: Readonly<Record<string, ExpressionFunction>> = {
  contains: ([search, item]) =>
    Array.isArray(search)
      ? search.some(entry => looselyEqual(entry, item ?? null))
      : lower(search).includes(lower(item)),
  startsWith: ([value, prefix]) => lower(value).startsWith(lower(prefix)),
  endsWith: ([value, suffix]) => lower(value).endsWith(lower(suffix)),
  join: ([list, separator]) =>
    Array.isArray(list) ? list.map(toText).join(separator === undefined ? ',' : text(separator)) : text(list),
  format: ([pattern, ...values]) => formatText(text(pattern), values),
  toJSON: ([value]) => JSON.stringify(value ?? null, null, 2),
  fromJSON: ([json]) => toExpressionValue(JSON.parse(text(json))),
};

/** `{0}` is replaced by the first value; `{{` and `}}` are braces. */
function formatText(pattern: string, values: readonly ExpressionValue[]): string {
  return pattern.replaceAll(/\{\{|\}\}|\{(\d+)\}/g, (match, index?: string) =>
    index === undefined ? match.charAt(0) : text(values[Number(index)]),
  );
}
