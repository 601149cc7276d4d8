import { clientCredentials } from './client-credentials.js';
import { deviceCode } from './device-code.js';
import type { Grant } from './grant.js';
import { onBehalfOf } from './on-behalf-of.js';
import { password } from './password.js';
import { refreshToken } from './refresh-token.js';

/** Grants for applications, by their `grant_type`. */
export const applicationGrants: ReadonlyMap<string, Grant> = new Map([['client_credentials', clientCredentials]]);

/** Every grant that Entra's token endpoint knows. */
export const grants: ReadonlyMap<string, Grant> = new Map([
  ...applicationGrants,
  ['password', password],
  ['refresh_token', refreshToken],
  ['urn:ietf:params:oauth:grant-type:device_code', deviceCode],
  // The name from before the standard, which MSAL for Node still sends.
  ['device_code', deviceCode],
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', onBehalfOf],
]);
