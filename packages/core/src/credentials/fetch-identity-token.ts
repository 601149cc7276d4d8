import type { Context } from '../context.js';
import { type HttpResponse, isSuccess } from '../transport/http.js';
import { parseJsonObject, textOf } from '../transport/json-object.js';
import { UnexpectedAnswer } from '../transport/unexpected-answer.js';
import type { ClientCredential } from './application-credential.js';
import { IdentityTokenRefused } from './identity-token.js';

/**
 * Gets the token with which the platform vouches for this job, and hides it.
 * @throws {IdentityTokenUnavailable} when the job has no right to one.
 * @throws {IdentityTokenRefused} when the platform refuses.
 * @throws {UnexpectedAnswer} when the answer holds no token.
 * @throws {TransportFailure} when there is no answer.
 */
export async function fetchIdentityToken(
  credential: Extract<ClientCredential, { kind: 'oidc' }>,
  { platform, send, mask }: Context,
): Promise<string> {
  const request = platform.identityTokenRequest(credential.audience, credential.serviceConnection);
  const host = new URL(request.url).host;
  const response = await send(request);
  if (!isSuccess(response)) throw new IdentityTokenRefused(host, response.status, refusalText(response));

  const answer = parseJsonObject(response.body);
  const token = answer && textOf(answer, request.tokenProperty);
  if (token === undefined) throw new UnexpectedAnswer(host, 'an identity token', response);
  mask(token);
  return token;
}

/** Both platforms put their reason into `message`, if they give one. */
function refusalText(response: HttpResponse): string {
  const answer = parseJsonObject(response.body);
  return (answer && textOf(answer, 'message')) ?? '';
}
