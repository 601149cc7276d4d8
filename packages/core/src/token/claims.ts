import { type JsonObject, parseJsonObject } from '../transport/json-object.js';

/**
 * Reads the claims of a JWT, to tell people what it says. It is not verified: that is for the API it goes to.
 * @returns undefined when the token is no JWT; the token may still be good, since it is opaque to its client
 * (https://learn.microsoft.com/entra/identity-platform/access-tokens).
 */
export function readClaims(token: string): JsonObject | undefined {
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return undefined;
  return parseJsonObject(Buffer.from(payload, 'base64url').toString('utf8'));
}

/** The texts of a claim that may be one or several. */
export function textsOf(claims: JsonObject, claim: string): string[] {
  const value = claims[claim];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter(each => typeof each === 'string');
}
