import { isSuccess, type Send } from '../transport/http.js';
import type { AccessToken } from './access-token.js';

/** An API did not take the token. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';

  /**
   * @param challenge its `WWW-Authenticate` header (RFC 6750 section 3), empty without one.
   * @param location where it redirects to, empty where it does not.
   * @param retryAfter its `Retry-After` header, empty without one.
   */
  constructor(
    readonly url: string,
    readonly status: number,
    readonly challenge: string,
    readonly location: string,
    readonly retryAfter: string,
    readonly token: AccessToken,
  ) {
    super(`${url} answered ${status}`);
  }
}

/**
 * Calls an API once with a token. A redirect is not followed: it would hand the token to another origin.
 * @throws {ApiRefusal} unless it answers with a status in the 200s.
 * @throws {TransportFailure} when there is no answer.
 */
export async function verifyAtApi(url: string, token: AccessToken, send: Send): Promise<void> {
  const headers = { authorization: `Bearer ${token.value}`, accept: '*/*', 'user-agent': 'entra-token' };
  const response = await send({ method: 'GET', url, headers, ignoreBody: true });
  if (isSuccess(response)) return;
  const { 'www-authenticate': challenge = '', location = '', 'retry-after': retryAfter = '' } = response.headers;
  throw new ApiRefusal(url, response.status, challenge, location, retryAfter, token);
}
