import type { Context } from '../context.js';
import type { Application } from '../contract/token-request.js';
import { anyExchange } from '../token/exchange.js';
import type { TokenAnswer } from '../token/token-answer.js';
import type { UserGrant } from './application-credential.js';
import { type Authenticate, clientAuthentication } from './client-authentication.js';
import { eachScope, type TokenSource } from './token-source.js';

/** A user's session goes on without the user: https://www.rfc-editor.org/rfc/rfc6749#section-6 */
export function refreshToken(
  app: Application,
  { refreshToken, client }: Extract<UserGrant, { kind: 'refresh-token' }>,
  context: Context,
): TokenSource {
  const authenticate = client && clientAuthentication(client, context);
  return eachScope(scope => redeemRefreshToken(app, authenticate, refreshToken, scope, context));
}

/** Redeems a refresh token for one scope; one refresh token serves every resource of the tenant. */
export function redeemRefreshToken(
  app: Application,
  authenticate: Authenticate | undefined,
  refreshToken: string,
  scope: string,
  context: Context,
): Promise<TokenAnswer> {
  return anyExchange(app, authenticate, scope, context, (client, request) =>
    client.acquireTokenByRefreshToken({ ...request, refreshToken }),
  );
}
