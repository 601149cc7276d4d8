import type { INetworkModule, NetworkRequestOptions } from '@azure/msal-node';
import type { Send } from '../transport/http.js';
import { assertionIn } from './presented-assertion.js';
import type { SentTokenRequest } from './sent-token-request.js';
import { readTokenAnswer, type TokenAnswer } from './token-answer.js';

/** The network as MSAL sees it for one token, and what came of it. */
export interface MsalNetwork {
  readonly networkClient: INetworkModule;
  /** The answer that was let through to MSAL, once there is one. */
  answer(): TokenAnswer | undefined;
  /** Why there is none. MSAL replaces errors of the network by a bare `network_error`. */
  failure(): unknown;
}

/**
 * Connects MSAL to our transport for the one request that gets one token.
 * @param request what is known of it, with the id that MSAL sends as `client-request-id`.
 */
export function msalNetwork(send: Send, request: Omit<SentTokenRequest, 'assertion'>): MsalNetwork {
  let answer: TokenAnswer | undefined;
  let failure: unknown;

  async function post<T>(url: string, options?: NetworkRequestOptions) {
    const { headers = {}, body: form = '' } = options ?? {};
    const response = await send({ method: 'POST', url, headers, body: form });
    answer = readTokenAnswer(response, { ...request, assertion: assertionIn(form) });
    const body: T = JSON.parse(response.body);
    return { status: response.status, headers: { ...response.headers }, body };
  }

  return {
    networkClient: {
      sendPostRequestAsync: <T>(url: string, options?: NetworkRequestOptions) =>
        post<T>(url, options).catch(error => {
          failure = error;
          throw error;
        }),
      // Everything MSAL could ask for is in the authority's metadata, so a GET is a mistake of ours.
      sendGetRequestAsync: url => Promise.reject(new Error(`MSAL asked for ${url}, which it was told already`)),
    },
    answer: () => answer,
    failure: () => failure,
  };
}
