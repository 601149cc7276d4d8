import type { Refusal } from '../entra/refusal.js';
import { NO_STORE } from '../entra/refusal-answer.js';
import type { Answer } from '../http/exchange.js';

const MESSAGES: Readonly<Record<string, string>> = {
  invalid_client: 'MSIS9622: Client authentication failed. Verify the credential provided for client authentication.',
  invalid_resource:
    "MSIS9602: The received 'resource' parameter is invalid. The authorization server cannot find a resource.",
  unsupported_grant_type: "MSIS9611: The authorization server does not support the requested 'grant_type'.",
};

/** AD FS's error body, which holds neither codes nor identifiers, and says less than Entra's. */
export function answerAdfsRefusal({ shape, message }: Refusal): Answer {
  // A client that AD FS does not know has failed to authenticate, as far as it tells.
  const error = shape.error === 'unauthorized_client' ? 'invalid_client' : shape.error;
  return {
    status: shape.status === 405 ? 405 : 400,
    headers: NO_STORE,
    body: { error, error_description: MESSAGES[error] ?? `MSIS9604: The request cannot be fulfilled. ${message}` },
  };
}
