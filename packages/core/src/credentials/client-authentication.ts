import type { Configuration } from '@azure/msal-node';
import type { Platform } from '../platform.js';
import type { Send } from '../transport/http.js';
import type { CredentialRequest } from './credential-request.js';
import { fetchIdentityToken } from './fetch-identity-token.js';

/** How MSAL is told to authenticate the app: exactly one of a secret, a certificate or an assertion. */
export type ClientAuthentication = Pick<
  Configuration['auth'],
  'clientSecret' | 'clientCertificate' | 'clientAssertion'
>;

/**
 * Turns a credential into what MSAL authenticates the app with. Nothing is fetched until a token is asked for, and a
 * federated assertion only once, however many scopes it serves.
 * @param mask hides the assertion as soon as it arrives.
 */
export function clientAuthentication(
  credential: CredentialRequest,
  platform: Platform,
  send: Send,
  mask: (secret: string) => void,
): ClientAuthentication {
  switch (credential.kind) {
    case 'client-secret':
      return { clientSecret: credential.clientSecret };
    case 'certificate':
      return { clientCertificate: { ...credential.certificate } };
    case 'oidc':
      return { clientAssertion: once(() => fetchIdentityToken(credential, platform, send, mask)) };
  }
}

function once<T>(produce: () => Promise<T>): () => Promise<T> {
  let produced: Promise<T> | undefined;
  return () => {
    produced ??= produce();
    return produced;
  };
}
