/** Values that expressions work with. */
export type ExpressionValue =
  | null
  | boolean
  | number
  | string
  | readonly ExpressionValue[]
  | { readonly [key: string]: ExpressionValue };

/** A parsed expression. Operators are calls whose name is the operator. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: null | boolean | number | string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly target: Expression; readonly key: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] };

/** Looks an entry up without regard to case, as contexts do; null when there is none. */
export function entryOf(value: ExpressionValue, key: ExpressionValue): ExpressionValue {
  if (Array.isArray(value)) return typeof key === 'number' ? (value[key] ?? null) : null;
  if (typeof value !== 'object' || value === null || typeof key !== 'string') return null;
  const wanted = key.toLowerCase();
  const found = Object.entries(value).find(([name]) => name.toLowerCase() === wanted);
  return found?.[1] ?? null;
}

/** False, 0, the empty string and null are false. */
export function isTruthy(value: ExpressionValue): boolean {
  return value !== false && value !== 0 && value !== '' && value !== null;
}

/** The string that an expression contributes to the text around it. */
export function toText(value: ExpressionValue): string {
  if (value === null) return '';
  if (typeof value === 'object') return Array.isArray(value) ? 'Array' : 'Object';
  return String(value);
}

/** Equality of expressions: strings without regard to case, other kinds as numbers. */
export function looselyEqual(left: ExpressionValue, right: ExpressionValue): boolean {
  if (typeof left === 'string' && typeof right === 'string') return left.toLowerCase() === right.toLowerCase();
  if (typeof left === 'object' && left !== null) return left === right;
  if (typeof left === typeof right) return left === right;
  return toNumber(left) === toNumber(right);
}

/** The number that a value is compared as; NaN when it is none. */
export function toNumber(value: ExpressionValue): number {
  if (value === null || value === '') return 0;
  return typeof value === 'object' ? Number.NaN : Number(value);
}
