import { randomUUID } from 'node:crypto';
import { ConfidentialClientApplication, type Configuration, PublicClientApplication } from '@azure/msal-node';
import { authorityMetadata } from '../authority/authority.js';
import type { Application } from '../contract/token-request.js';
import type { ClientAuthentication } from '../credentials/client-authentication.js';
import type { Send } from '../transport/http.js';
import { type MsalNetwork, msalNetwork } from './msal-network.js';
import type { TokenAnswer } from './token-answer.js';

/** What every request to MSAL says. */
export interface MsalRequest {
  readonly scopes: string[];
  readonly correlationId: string;
}

/**
 * Gets one token for an app that authenticates itself.
 * @param ask asks MSAL for the token by a grant.
 * @throws {EntraRefusal} {UnexpectedAnswer} {TransportFailure}, or what the authentication throws.
 */
export function confidentialExchange(
  app: Application,
  authentication: ClientAuthentication,
  scope: string,
  send: Send,
  ask: (client: ConfidentialClientApplication, request: MsalRequest) => Promise<unknown>,
): Promise<TokenAnswer> {
  return exchange(scope, send, (network, request) => {
    const { auth, system } = configuration(app, network);
    return ask(new ConfidentialClientApplication({ auth: { ...auth, ...authentication }, system }), request);
  });
}

/**
 * Gets one token for an app that may be a public client, which cannot keep a secret and proves nothing of itself.
 * @param authentication undefined for a public client.
 */
export function anyExchange(
  app: Application,
  authentication: ClientAuthentication | undefined,
  scope: string,
  send: Send,
  ask: (client: ConfidentialClientApplication | PublicClientApplication, request: MsalRequest) => Promise<unknown>,
): Promise<TokenAnswer> {
  if (authentication) return confidentialExchange(app, authentication, scope, send, ask);
  return exchange(scope, send, (network, request) =>
    ask(new PublicClientApplication(configuration(app, network)), request),
  );
}

/** The client is made for one token: MSAL answers later requests with an earlier failure (its ThrottlingUtils). */
function configuration(
  { authority, clientId }: Application,
  { networkClient }: MsalNetwork,
): Required<Pick<Configuration, 'auth' | 'system'>> {
  return {
    auth: {
      clientId,
      authority: authority.url,
      knownAuthorities: [new URL(authority.url).host],
      authorityMetadata: JSON.stringify(authorityMetadata(authority)),
    },
    system: { networkClient },
  };
}

async function exchange(
  scope: string,
  send: Send,
  ask: (network: MsalNetwork, request: MsalRequest) => Promise<unknown>,
): Promise<TokenAnswer> {
  const correlationId = randomUUID();
  const network = msalNetwork(send, scope, correlationId);
  try {
    await ask(network, { scopes: scope.split(' '), correlationId });
  } catch (error) {
    // What MSAL says of a good answer concerns the cache it keeps for a user, and there is none here.
    if (!network.answer()) throw network.failure() ?? error;
  }
  const answer = network.answer();
  if (!answer) throw new Error('MSAL reported success without having asked for a token');
  return answer;
}
