import type { Context } from '../context.js';
import type { Application } from '../contract/token-request.js';
import { anyExchange } from '../token/exchange.js';
import type { UserGrant } from './application-credential.js';
import { clientAuthentication } from './client-authentication.js';
import { eachScope, type TokenSource } from './token-source.js';

/** A user signs in with a password: https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc */
export function password(
  app: Application,
  { username, password, client }: Extract<UserGrant, { kind: 'password' }>,
  context: Context,
): TokenSource {
  const authenticate = client && clientAuthentication(client, context);
  return eachScope(scope =>
    anyExchange(app, authenticate, scope, context, (msal, request) =>
      msal.acquireTokenByUsernamePassword({ ...request, username, password }),
    ),
  );
}
