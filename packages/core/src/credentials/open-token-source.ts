import type { Context } from '../context.js';
import type { TokenRequest } from '../contract/token-request.js';
import { announceDeviceCode } from '../report/announce-device-code.js';
import { clientCredentials } from './client-credentials.js';
import { deviceCode } from './device-code.js';
import { managedIdentity } from './managed-identity.js';
import { onBehalfOf } from './on-behalf-of.js';
import { password } from './password.js';
import { refreshToken } from './refresh-token.js';
import type { TokenSource } from './token-source.js';

/** Finds the way to the tokens that the identity has. */
export function openTokenSource(request: TokenRequest, context: Context): TokenSource {
  const { identity: app } = request;
  if (app.kind === 'managed-identity') return managedIdentity(app.clientId, context);
  const { credential } = app;
  switch (credential.kind) {
    case 'refresh-token':
      return refreshToken(app, credential, context);
    case 'on-behalf-of':
      return onBehalfOf(app, credential, context);
    case 'password':
      return password(app, credential, context);
    case 'device-code':
      return deviceCode(app, message => announceDeviceCode(context.platform, request, message), context);
    default:
      return clientCredentials(app, credential, context);
  }
}
