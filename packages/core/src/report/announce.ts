import type { TokenRequest } from '../contract/token-request.js';
import type { Platform } from '../platform.js';
import type { AccessToken } from '../token/access-token.js';
import { describeIdentity } from './describe-identity.js';
import { describeToken } from './describe-token.js';
import { safeText } from './safe-text.js';

/** Tells the log what is about to be asked, before the first request. */
export function announceRequest(platform: Platform, request: TokenRequest): void {
  for (const warning of request.warnings) platform.warning(safeText(warning));
  const { issuer, identity, credential } = describeIdentity(request);
  const wanted = request.scopes.map(scope => scope.value).join(', ');
  platform.info(safeText(`Asking ${issuer} for ${wanted}`));
  platform.info(safeText(`as ${identity}, by ${credential}.`));
}

/** Tells the log what came of it. */
export function announceTokens(platform: Platform, tokens: readonly AccessToken[]): void {
  for (const token of tokens) {
    const { name, audience, permissions, expiresOn } = describeToken(token);
    platform.info(safeText(`Got the token '${name}', valid until ${expiresOn}.`));
    platform.info(`  ${safeText(`Audience: ${audience}`)}`);
    platform.info(`  ${safeText(`Roles or scopes: ${permissions}`)}`);
  }
}
