import type { Context } from '../context.js';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import { StepFailure } from '../diagnosis/step-failure.js';
import { withRetries } from '../retry/with-retries.js';
import { type HttpResponse, isSuccess } from '../transport/http.js';
import { parseJsonObject, textOf } from '../transport/json-object.js';
import { UnexpectedAnswer } from '../transport/unexpected-answer.js';
import type { ClientCredential } from './application-credential.js';

/**
 * Gets the token with which the platform vouches for this job, and hides it.
 * @throws {StepFailure} when the job has no right to one, or the platform refuses.
 * @throws {UnexpectedAnswer} when the answer holds no token.
 * @throws {TransportFailure} when there is no answer.
 */
export async function fetchIdentityToken(
  credential: Extract<ClientCredential, { kind: 'oidc' }>,
  context: Context,
): Promise<string> {
  const { platform, mask } = context;
  const request = platform.identityTokenRequest(credential.audience, credential.serviceConnection);
  const host = new URL(request.url).host;
  return withRetries(context, async () => {
    const response = await context.send(request);
    if (!isSuccess(response)) throw new StepFailure(refusal(host, response), response);
    const answer = parseJsonObject(response.body);
    const token = answer && textOf(answer, request.tokenProperty);
    if (token === undefined) throw new UnexpectedAnswer(host, 'an identity token', response);
    mask(token);
    return token;
  });
}

function refusal(host: string, { status, body }: HttpResponse): Diagnosis {
  const answer = parseJsonObject(body);
  // Both platforms put their reason, if they give one, into `message`.
  const words = answer && textOf(answer, 'message');
  return {
    title: 'The identity token was refused',
    what: `${host} refused to issue an identity token for this job (HTTP ${status}).`,
    fix: 'Check that the job may ask for one, and that the service connection, if one is named, exists and is authorised for this pipeline.',
    facts: [['Its words', words ?? 'none']],
  };
}
