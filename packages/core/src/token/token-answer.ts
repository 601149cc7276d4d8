import { type HttpResponse, isSuccess } from '../transport/http.js';
import { parseJsonObject, textOf } from '../transport/json-object.js';
import { UnexpectedAnswer } from '../transport/unexpected-answer.js';
import { EntraRefusal, readRefusal } from './entra-refusal.js';
import type { SentTokenRequest } from './sent-token-request.js';

/** What a token endpoint answers with: https://www.rfc-editor.org/rfc/rfc6749#section-5.1 */
export interface TokenAnswer {
  readonly accessToken: string;
  readonly tokenType: string;
  /** Seconds. */
  readonly expiresIn: number;
  /** Where the grant returns one. */
  readonly refreshToken: string | undefined;
}

/**
 * Reads a token endpoint's answer. MSAL would take `200 {}` for success and a missing lifetime for an expired token, so
 * it only gets to see answers that passed here.
 * @throws {EntraRefusal} when the answer is an OAuth error.
 * @throws {UnexpectedAnswer} when it is neither a token nor an error.
 */
export function readTokenAnswer(response: HttpResponse, sent: SentTokenRequest): TokenAnswer {
  const { host } = new URL(sent.application.authority.url);
  if (!isSuccess(response)) {
    const refusal = readRefusal(response, sent.correlationId);
    if (refusal) throw new EntraRefusal(refusal, sent);
    throw new UnexpectedAnswer(host, 'a token or an error of Entra', response);
  }
  const answer = parseJsonObject(response.body);
  if (!answer) throw new UnexpectedAnswer(host, 'a JSON object', response);
  const accessToken = textOf(answer, 'access_token');
  if (accessToken === undefined || !fitsHeader(accessToken))
    throw new UnexpectedAnswer(host, 'an access_token', response);
  const tokenType = textOf(answer, 'token_type');
  if (tokenType === undefined) throw new UnexpectedAnswer(host, 'a token_type', response);
  const expiresIn = secondsOf(answer['expires_in']);
  if (expiresIn === undefined) throw new UnexpectedAnswer(host, 'a lifetime (expires_in)', response);
  return { accessToken, tokenType, expiresIn, refreshToken: textOf(answer, 'refresh_token') };
}

/** Some authorities write the number as a text. */
export function secondsOf(value: unknown): number | undefined {
  const seconds = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof seconds === 'number' && seconds > 0 ? seconds : undefined;
}

/** A token has to fit the Authorization header, and with it one line: https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
function fitsHeader(token: string): boolean {
  return /^[\x21-\x7e]+$/.test(token);
}
