import type { Configuration } from '@azure/msal-node';
import type { Context } from '../context.js';
import type { ClientCredential } from './application-credential.js';
import { readFederatedToken } from './federated-token.js';
import { fetchIdentityToken } from './fetch-identity-token.js';
import { managedIdentityToken } from './managed-identity.js';

/** How MSAL is told to authenticate the app: exactly one of a secret, a certificate or an assertion. */
export type ClientAuthentication = Pick<
  Configuration['auth'],
  'clientSecret' | 'clientCertificate' | 'clientAssertion'
>;

/**
 * Turns a credential into what MSAL authenticates the app with. Nothing is fetched until a token is asked for, and a
 * federated assertion only once, however many scopes it serves.
 */
export function clientAuthentication(credential: ClientCredential, context: Context): ClientAuthentication {
  switch (credential.kind) {
    case 'client-secret':
      return { clientSecret: credential.clientSecret };
    case 'certificate': {
      const { privateKey, thumbprintSha256, chain } = credential.certificate;
      const x5c = credential.sendChain ? { x5c: chain.join('\n') } : {};
      return { clientCertificate: { privateKey, thumbprintSha256, ...x5c } };
    }
    case 'oidc':
      return { clientAssertion: once(() => fetchIdentityToken(credential, context)) };
    case 'federated-token':
      return { clientAssertion: once(() => readFederatedToken(credential, context)) };
    case 'managed-identity': {
      const { audience, managedIdentity } = credential;
      return {
        clientAssertion: once(async () => (await managedIdentityToken(managedIdentity, audience, context)).accessToken),
      };
    }
  }
}

function once<T>(produce: () => Promise<T>): () => Promise<T> {
  let produced: Promise<T> | undefined;
  return () => {
    produced ??= produce();
    return produced;
  };
}
