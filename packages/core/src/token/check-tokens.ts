import type { Context } from '../context.js';
import { type ScopeRequest, scopeKey } from '../contract/scope-request.js';
import type { Expectations } from '../contract/token-request.js';
import type { Anchor } from '../diagnosis/catalogue/catalogue.js';
import type { SpecialCase } from '../diagnosis/explain.js';
import { StepFailure } from '../diagnosis/step-failure.js';
import type { AccessToken } from './access-token.js';
import { textsOf } from './claims.js';
import { verifyAtApi } from './verify-at-api.js';

/**
 * Makes sure that the tokens are good for what the inputs require: the first for audience, roles and the API that is to
 * take it, every one for its lifetime.
 * @throws {StepFailure} when a token is not.
 * @throws {ApiRefusal} when the API does not take it.
 * @throws {TransportFailure} when the API does not answer.
 */
export async function checkTokens(
  { audience, roles, minLifetimeSeconds, verifyUrl }: Expectations,
  tokens: readonly AccessToken[],
  { send, now }: Context,
): Promise<void> {
  const [first] = tokens;
  if (!first) return;
  for (const token of tokens) checkLifetime(token, minLifetimeSeconds, now());
  if (audience !== undefined) checkAudience(first, audience);
  if (roles.length > 0) checkRoles(first, roles);
  if (verifyUrl !== undefined) await verifyAtApi(verifyUrl, first, send);
}

function checkLifetime({ scope, expiresOn }: AccessToken, minSeconds: number, now: Date): void {
  const seconds = Math.floor((expiresOn.getTime() - now.getTime()) / 1000);
  if (seconds >= minSeconds) return;
  throw unfit('token-ends-soon', {
    what: `The token for '${scopeKey(scope)}' lives ${seconds} seconds more, and at least ${minSeconds} are required.`,
  });
}

function checkAudience(token: AccessToken, required: string): void {
  const audiences = claimTexts(token, 'aud', 'audience');
  if (audiences.some(audience => withoutSlash(audience) === withoutSlash(required))) return;
  throw unfit('token-audience', {
    what: `The token for '${scopeKey(token.scope)}' is for another audience than the required one.`,
    facts: [
      ['Audience of the token', audiences.join(', ') || 'none'],
      ['Required audience', required],
    ],
  });
}

function checkRoles(token: AccessToken, required: readonly string[]): void {
  const roles = claimTexts(token, 'roles', 'roles');
  const scopes = claimTexts(token, 'scp', 'roles').flatMap(scp => scp.split(' '));
  const missing = required.filter(role => !roles.includes(role) && !scopes.includes(role));
  if (missing.length === 0) return;
  throw unfit('token-role-missing', {
    what: `The token for '${scopeKey(token.scope)}' lacks ${missing.join(', ')}.`,
    fix: grantAdvice(missing, token.scope),
    facts: [
      ['In the token', [...roles, ...scopes].join(', ') || 'none'],
      ['Required', required.join(', ')],
    ],
  });
}

function grantAdvice(missing: readonly string[], { value }: ScopeRequest): string {
  return `Grant the app ${missing.join(', ')} of ${value.replace(/\/\.default$/, '')} ('API permissions'), have an administrator consent, and run again.`;
}

/** A token that is no JWT may still be good, but what it holds cannot be checked. */
function claimTexts({ claims, scope }: AccessToken, claim: string, requirement: string): string[] {
  if (claims) return textsOf(claims, claim);
  throw unfit('token-unreadable', {
    what: `The token for '${scopeKey(scope)}' is no JWT, so its ${requirement} cannot be checked.`,
    fix: `Remove the required ${requirement}, or ask for a token whose content is readable.`,
  });
}

function withoutSlash(uri: string): string {
  return uri.replace(/\/$/, '');
}

/** The token was issued, and would be refused later. */
function unfit(anchor: Anchor, words: Omit<SpecialCase, 'title'>): StepFailure {
  return new StepFailure(anchor, { title: 'The token is not good enough', ...words });
}
