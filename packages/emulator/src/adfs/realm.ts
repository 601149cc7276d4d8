import type { Realm } from '../entra/realm.js';

/** AD FS: its own issuer, client ids of any form, and few claims. */
export function adfsRealm(origin: string): Realm {
  const issuer = `${origin}/adfs`;
  return {
    assertionAudiences: [issuer, `${issuer}/oauth2/token`, `${issuer}/oauth2/token/`],
    hasGuidClients: false,
    tokenClaims: ({ iat, nbf, exp }, { client, resourceName }) => ({
      iat,
      nbf,
      exp,
      iss: issuer,
      // Identifiers that are no URI come with a prefix.
      aud: URL.canParse(resourceName) ? resourceName : `microsoft:identityserver:${resourceName}`,
      apptype: 'Confidential',
      appid: client.application.clientId,
      ver: '1.0',
    }),
  };
}
