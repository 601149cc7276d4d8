import type { Configuration } from '@azure/msal-node';
import type { Context } from '../context.js';
import { presentedAssertion } from '../token/presented-assertion.js';
import type { ClientCredential } from './application-credential.js';
import { readFederatedToken } from './federated-token.js';
import { fetchIdentityToken } from './fetch-identity-token.js';
import { managedIdentityToken } from './managed-identity.js';

/** How MSAL is told to authenticate the app: exactly one of a secret, a certificate or an assertion. */
export type ClientAuthentication = Pick<
  Configuration['auth'],
  'clientSecret' | 'clientCertificate' | 'clientAssertion'
>;

/** Authenticates the app for one attempt, counted from 0. */
export type Authenticate = (attempt: number) => ClientAuthentication;

/**
 * Turns a credential into what MSAL authenticates the app with. Nothing is fetched until a token is asked for; a
 * federated assertion once for each attempt, however many scopes it serves, since Entra may refuse one that it has seen
 * and every one expires.
 */
export function clientAuthentication(credential: ClientCredential, context: Context): Authenticate {
  switch (credential.kind) {
    case 'client-secret':
      return () => ({ clientSecret: credential.clientSecret });
    case 'certificate': {
      const { privateKey, thumbprintSha256, chain } = credential.certificate;
      const x5c = credential.sendChain ? { x5c: chain.join('\n') } : {};
      // MSAL signs an assertion of its own for every client.
      return () => ({ clientCertificate: { privateKey, thumbprintSha256, ...x5c } });
    }
    case 'oidc':
      return withAssertion(() => fetchIdentityToken(credential, context), context);
    case 'federated-token':
      return withAssertion(() => readFederatedToken(credential, context), context);
    case 'managed-identity': {
      const { audience, managedIdentity } = credential;
      return withAssertion(
        async () => (await managedIdentityToken(managedIdentity, audience, context)).accessToken,
        context,
      );
    }
  }
}

function withAssertion(fetch: () => Promise<string>, { present }: Context): Authenticate {
  const produced = new Map<number, Promise<string>>();
  const produce = async () => {
    const token = await fetch();
    const assertion = presentedAssertion(token);
    if (assertion) present(assertion);
    return token;
  };
  return attempt => ({
    clientAssertion: () => {
      const assertion = produced.get(attempt) ?? produce();
      produced.set(attempt, assertion);
      return assertion;
    },
  });
}
