import { namedTokenOutput, type OutputName, outputs } from '../contract/outputs.js';
import { scopeKey } from '../contract/scope-request.js';
import { spell } from '../contract/spelling.js';
import type { TokenRequest } from '../contract/token-request.js';
import type { Platform } from '../platform.js';
import type { AccessToken } from '../token/access-token.js';

/**
 * Sets the outputs, and exports the variable that was asked for. The unnamed outputs belong to the first token. The
 * tokens are masked already, since they arrived.
 * @param now for the seconds that are left.
 */
export function publishTokens(
  platform: Platform,
  { exportVariable }: TokenRequest,
  tokens: readonly AccessToken[],
  now: Date,
): void {
  const [first] = tokens;
  if (!first) return;
  const values: Record<OutputName, string | undefined> = {
    'access-token': first.value,
    'authorization-header': authorizationHeader(first),
    'token-type': first.tokenType,
    'expires-on': rfc3339(first.expiresOn),
    'expires-in': `${secondsBetween(now, first.expiresOn)}`,
    'refresh-token': tokens.findLast(token => token.refreshToken !== undefined)?.refreshToken,
    'access-tokens': JSON.stringify(Object.fromEntries(tokens.map(({ scope, value }) => [scopeKey(scope), value]))),
  };
  for (const { name, secret } of outputs) {
    const value = values[name];
    if (value !== undefined) platform.setOutput(spell(name, platform.name), value, secret);
  }
  for (const { scope, value } of tokens) {
    if (scope.name === undefined) continue;
    platform.setOutput(spell(namedTokenOutput(scope.name), platform.name), value, true);
  }
  if (exportVariable !== undefined) platform.exportVariable(exportVariable, first.value);
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
