import type { Context } from '../context.js';
import type { Application } from '../contract/token-request.js';
import { confidentialExchange } from '../token/exchange.js';
import type { ClientCredential } from './application-credential.js';
import { clientAuthentication } from './client-authentication.js';
import { eachScope, type TokenSource } from './token-source.js';

/** The app itself gets the token: https://www.rfc-editor.org/rfc/rfc6749#section-4.4 */
export function clientCredentials(app: Application, credential: ClientCredential, context: Context): TokenSource {
  const authenticate = clientAuthentication(credential, context);
  return eachScope(scope =>
    confidentialExchange(app, authenticate, scope, context, (client, request) =>
      client.acquireTokenByClientCredential(request),
    ),
  );
}
