import { isSuccess, type Send } from '../transport/http.js';
import type { AccessToken } from './access-token.js';
import { ApiRefusal } from './api-refusal.js';

/**
 * Calls an API once with a token. A redirect is not followed: it would hand the token to another origin.
 * @throws {ApiRefusal} unless it answers with a status in the 200s.
 * @throws {TransportFailure} when there is no answer.
 */
export async function verifyAtApi(url: string, token: AccessToken, send: Send): Promise<void> {
  const headers = { authorization: `Bearer ${token.value}`, accept: '*/*', 'user-agent': 'entra-token' };
  const response = await send({ method: 'GET', url, headers, ignoreBody: true });
  if (!isSuccess(response)) throw new ApiRefusal(url, response, token);
}
