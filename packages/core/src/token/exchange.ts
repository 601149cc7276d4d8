import { randomUUID } from 'node:crypto';
import { ConfidentialClientApplication, type Configuration, PublicClientApplication } from '@azure/msal-node';
import { authorityMetadata } from '../authority/authority.js';
import type { Context } from '../context.js';
import type { Application } from '../contract/token-request.js';
import type { Authenticate } from '../credentials/client-authentication.js';
import { withRetries } from '../retry/with-retries.js';
import { type MsalNetwork, msalNetwork } from './msal-network.js';
import type { TokenAnswer } from './token-answer.js';

/** What every request to MSAL says. */
export interface MsalRequest {
  readonly scopes: string[];
  readonly correlationId: string;
}

/**
 * Gets one token for an app that authenticates itself, anew for every attempt.
 * @param ask asks MSAL for the token by a grant.
 * @throws {EntraRefusal} {UnexpectedAnswer} {TransportFailure} {GaveUp}, or what the authentication throws.
 */
export function confidentialExchange(
  app: Application,
  authenticate: Authenticate,
  scope: string,
  context: Context,
  ask: (client: ConfidentialClientApplication, request: MsalRequest) => Promise<unknown>,
): Promise<TokenAnswer> {
  return exchange(app, scope, context, (network, request, attempt) => {
    const { auth, system } = configuration(app, network);
    return ask(new ConfidentialClientApplication({ auth: { ...auth, ...authenticate(attempt) }, system }), request);
  });
}

/**
 * Gets one token for an app that may be a public client, which cannot keep a secret and proves nothing of itself.
 * @param authenticate undefined for a public client.
 */
export function anyExchange(
  app: Application,
  authenticate: Authenticate | undefined,
  scope: string,
  context: Context,
  ask: (client: ConfidentialClientApplication | PublicClientApplication, request: MsalRequest) => Promise<unknown>,
): Promise<TokenAnswer> {
  if (authenticate) return confidentialExchange(app, authenticate, scope, context, ask);
  return exchange(app, scope, context, (network, request) =>
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

function exchange(
  application: Application,
  scope: string,
  context: Context,
  ask: (network: MsalNetwork, request: MsalRequest, attempt: number) => Promise<unknown>,
): Promise<TokenAnswer> {
  return withRetries(context, async attempt => {
    const correlationId = randomUUID();
    const network = msalNetwork(context.send, { application, scope, correlationId });
    try {
      await ask(network, { scopes: scope.split(' '), correlationId }, attempt);
    } catch (error) {
      // What MSAL says of a good answer concerns the cache it keeps for a user, and there is none here.
      if (!network.answer()) throw network.failure() ?? error;
    }
    const answer = network.answer();
    if (!answer) throw new Error('MSAL reported success without having asked for a token');
    return answer;
  });
}
