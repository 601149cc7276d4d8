import { randomUUID } from 'node:crypto';
import { ConfidentialClientApplication } from '@azure/msal-node';
import { authorityMetadata, authorityUrl } from '../authority/authority.js';
import type { ScopeRequest } from '../contract/scope-request.js';
import type { TokenRequest } from '../contract/token-request.js';
import type { ClientAuthentication } from '../credentials/client-authentication.js';
import type { Send } from '../transport/http.js';
import type { AccessToken } from './access-token.js';
import { readClaims } from './claims.js';
import { tokenEndpoint } from './token-endpoint.js';

/**
 * Gets a token for every scope, one request each, in parallel.
 * @param now the time, for the tokens' expiry.
 * @returns the tokens in the order of the scopes.
 * @throws the failure of the first scope that has one: {EntraRefusal}, {UnexpectedAnswer}, {TransportFailure}, or what
 * the credential throws.
 */
export async function acquireTokens(
  request: TokenRequest,
  authentication: ClientAuthentication,
  send: Send,
  now: () => Date,
): Promise<AccessToken[]> {
  const outcomes = await Promise.allSettled(
    request.scopes.map(scope => acquireToken(request, scope, authentication, send, now)),
  );
  return outcomes.map(outcome => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}

async function acquireToken(
  { authority, clientId }: TokenRequest,
  scope: ScopeRequest,
  authentication: ClientAuthentication,
  send: Send,
  now: () => Date,
): Promise<AccessToken> {
  const correlationId = randomUUID();
  const endpoint = tokenEndpoint(send, scope.value, correlationId);
  // A client for each token: MSAL keeps a failure for a minute and would answer the next request of the same client
  // with it (ThrottlingUtils in msal-common).
  const client = new ConfidentialClientApplication({
    auth: {
      clientId,
      authority: authorityUrl(authority),
      knownAuthorities: [new URL(authority.host).host],
      authorityMetadata: JSON.stringify(authorityMetadata(authority)),
      ...authentication,
    },
    system: { networkClient: endpoint.networkClient },
  });

  try {
    await client.acquireTokenByClientCredential({ scopes: [scope.value], correlationId });
  } catch (error) {
    throw endpoint.failure() ?? error;
  }
  const answer = endpoint.answer();
  if (!answer) throw new Error('MSAL reported success without having asked for a token');
  return {
    scope,
    value: answer.accessToken,
    tokenType: answer.tokenType,
    expiresOn: new Date(now().getTime() + answer.expiresIn * 1000),
    claims: readClaims(answer.accessToken),
  };
}
