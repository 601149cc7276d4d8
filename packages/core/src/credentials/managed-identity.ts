import type { Context } from '../context.js';
import { StepFailure } from '../diagnosis/step-failure.js';
import { withRetries } from '../retry/with-retries.js';
import type { TokenAnswer } from '../token/token-answer.js';
import { secondsOf } from '../token/token-answer.js';
import { type HttpResponse, isSuccess, isTransientStatus } from '../transport/http.js';
import { parseJsonObject, textOf } from '../transport/json-object.js';
import { UnexpectedAnswer } from '../transport/unexpected-answer.js';
import { answerArcChallenge, arcKeyFolder } from './arc-challenge.js';
import { managedIdentityRequest } from './managed-identity-request.js';
import { eachScope, type TokenSource } from './token-source.js';

/**
 * The machine's own identity gets the token.
 * @param clientId of a user-assigned identity; undefined for the system-assigned one.
 */
export function managedIdentity(clientId: string | undefined, context: Context): TokenSource {
  return eachScope(scope => managedIdentityToken(clientId, scope.replace(/\/\.default$/, ''), context));
}

/**
 * Gets a token of a managed identity for a resource, and hides it.
 * @throws {StepFailure} when the endpoint refuses.
 * @throws {UnexpectedAnswer} when the answer holds no token.
 * @throws {TransportFailure} when there is no answer.
 */
export function managedIdentityToken(
  clientId: string | undefined,
  resource: string,
  context: Context,
): Promise<TokenAnswer> {
  return withRetries(context, () => askOnce(clientId, resource, context));
}

async function askOnce(
  clientId: string | undefined,
  resource: string,
  { platform, send, mask, now }: Context,
): Promise<TokenAnswer> {
  const request = managedIdentityRequest(platform.environment, resource, clientId);
  const { host } = new URL(request.url);
  const first = await send(request);
  const response = request.challenged
    ? await answerArcChallenge(request, first, arcKeyFolder(platform.environment), { send, mask })
    : first;
  if (!isSuccess(response)) throw refusal(host, response);

  const answer = parseJsonObject(response.body);
  const accessToken = answer && textOf(answer, 'access_token');
  if (!answer || accessToken === undefined) throw new UnexpectedAnswer(host, 'an access_token', response);
  mask(accessToken);
  const expiresIn = secondsOf(answer['expires_in']) ?? secondsUntil(answer['expires_on'], now());
  if (expiresIn === undefined) throw new UnexpectedAnswer(host, 'a lifetime (expires_in or expires_on)', response);
  return { accessToken, tokenType: textOf(answer, 'token_type') ?? 'Bearer', expiresIn, refreshToken: undefined };
}

/** App Service says when, in seconds since 1970, and not how long. */
function secondsUntil(epochSeconds: unknown, now: Date): number | undefined {
  const seconds = secondsOf(epochSeconds);
  return seconds === undefined ? undefined : Math.max(0, seconds - Math.floor(now.getTime() / 1000));
}

function refusal(host: string, response: HttpResponse): StepFailure {
  const { status, body } = response;
  const answer = parseJsonObject(body);
  const words = answer && (textOf(answer, 'error_description') ?? textOf(answer, 'message'));
  const special = {
    title: 'The managed identity was refused',
    host,
    facts: [
      ['Its words', words ?? 'none'],
      ['Status', `HTTP ${status}`],
    ],
  } as const;
  return new StepFailure(
    isTransientStatus(status) ? 'platform-trouble' : 'managed-identity-refused',
    special,
    response,
  );
}
