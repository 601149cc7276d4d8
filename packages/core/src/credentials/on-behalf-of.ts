import type { Context } from '../context.js';
import type { Application } from '../contract/token-request.js';
import { confidentialExchange } from '../token/exchange.js';
import type { UserGrant } from './application-credential.js';
import { clientAuthentication } from './client-authentication.js';
import { eachScope, type TokenSource } from './token-source.js';

/**
 * An API that a user called goes on to another one for that user:
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
 */
export function onBehalfOf(
  app: Application,
  { userAssertion, client }: Extract<UserGrant, { kind: 'on-behalf-of' }>,
  context: Context,
): TokenSource {
  const authenticate = clientAuthentication(client, context);
  return eachScope(scope =>
    confidentialExchange(app, authenticate, scope, context, (msal, request) =>
      msal.acquireTokenOnBehalfOf({ ...request, oboAssertion: userAssertion }),
    ),
  );
}
