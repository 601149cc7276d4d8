import { diagnoseApiRefusal } from '../diagnosis/api-refusal.js';
import { StepFailure } from '../diagnosis/step-failure.js';
import { isSuccess, type Send } from '../transport/http.js';
import type { AccessToken } from './access-token.js';

/**
 * Calls an API once with a token. A redirect is not followed: it would hand the token to another origin.
 * @throws {StepFailure} unless it answers with a status in the 200s.
 * @throws {TransportFailure} when there is no answer.
 */
export async function verifyAtApi(url: string, token: AccessToken, send: Send): Promise<void> {
  const headers = { authorization: `Bearer ${token.value}`, accept: '*/*', 'user-agent': 'entra-token' };
  const response = await send({ method: 'GET', url, headers, ignoreBody: true });
  if (!isSuccess(response)) throw new StepFailure(diagnoseApiRefusal(url, response, token));
}
