import { namedTokenOutput, type OutputName, outputs } from '../contract/outputs.js';
import { scopeKey } from '../contract/scope-request.js';
import { spell } from '../contract/spelling.js';
import type { Platform } from '../platform.js';
import type { AccessToken } from '../token/access-token.js';
import { maskSecret } from './mask-secrets.js';

/**
 * Masks the tokens, all of them before the first one is published, and sets the outputs. The unnamed outputs belong to
 * the first token.
 * @param now for the seconds that are left.
 */
export function publishTokens(platform: Platform, tokens: readonly AccessToken[], now: Date): void {
  const [first] = tokens;
  if (!first) return;
  for (const token of tokens) maskSecret(platform, token.value);

  const values: Record<OutputName, string> = {
    'access-token': first.value,
    'authorization-header': authorizationHeader(first),
    'token-type': first.tokenType,
    'expires-on': rfc3339(first.expiresOn),
    'expires-in': `${secondsBetween(now, first.expiresOn)}`,
    'access-tokens': JSON.stringify(Object.fromEntries(tokens.map(({ scope, value }) => [scopeKey(scope), value]))),
  };
  for (const { name, secret } of outputs) platform.setOutput(spell(name, platform.name), values[name], secret);
  for (const { scope, value } of tokens) {
    if (scope.name === undefined) continue;
    platform.setOutput(spell(namedTokenOutput(scope.name), platform.name), value, true);
  }
}

/** RFC 6750 section 2.1 writes `Bearer`; Entra does too, but other authorities may not. */
function authorizationHeader({ tokenType, value }: AccessToken): string {
  return `${tokenType.toLowerCase() === 'bearer' ? 'Bearer' : tokenType} ${value}`;
}

/** A time in UTC, to the second. */
export function rfc3339(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z');
}

function secondsBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / 1000));
}
