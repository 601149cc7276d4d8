import type { TokenRequest } from '../contract/token-request.js';
import type { Platform } from '../platform.js';
import type { AccessToken } from '../token/access-token.js';
import { describeIdentity } from './describe-identity.js';
import { describeToken } from './describe-token.js';
import { safeText } from './safe-text.js';
import { wrap } from './wrap.js';

/** Tells the log what is about to be asked, before the first request. */
export function announceRequest(platform: Platform, request: TokenRequest): void {
  for (const warning of request.warnings) platform.warning(safeText(warning));
  const { issuer, identity, credential } = describeIdentity(request);
  const wanted = request.scopes.map(scope => scope.value).join(', ');
  tell(platform, `Asking ${issuer}`);
  tell(platform, `for ${wanted}`, '  ');
  tell(platform, `as ${identity}, by ${credential}.`, '  ');
}

/** Tells the log what came of it. */
export function announceTokens(platform: Platform, tokens: readonly AccessToken[], now: Date): void {
  for (const token of tokens) {
    const { name, subject, audience, permissions, expiresOn, lifetime } = describeToken(
      token,
      now,
      platform.jobTimeoutMinutes,
    );
    const facts = [
      ['For', subject],
      ['Audience', audience],
      ['Roles or scopes', permissions],
      ['Lives for', lifetime],
    ];
    tell(platform, `Got the token '${name}', valid until ${expiresOn}.`);
    for (const [label, value] of facts) tell(platform, `${label}: ${value}`, '  ');
  }
}

function tell(platform: Platform, text: string, indent = ''): void {
  for (const line of wrap(safeText(text), indent)) platform.info(line);
}
