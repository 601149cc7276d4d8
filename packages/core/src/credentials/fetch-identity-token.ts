import type { Context } from '../context.js';
import type { SpecialCase } from '../diagnosis/explain.js';
import { StepFailure } from '../diagnosis/step-failure.js';
import type { Platform } from '../platform.js';
import { withRetries } from '../retry/with-retries.js';
import { type HttpResponse, isSuccess, isTransientStatus } from '../transport/http.js';
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
  if (!request) throw noRight(platform);
  const host = new URL(request.url).host;
  return withRetries(context, async () => {
    const response = await context.send(request);
    if (!isSuccess(response)) throw refusal(host, credential.serviceConnection, response);
    const answer = parseJsonObject(response.body);
    const token = answer && textOf(answer, request.tokenProperty);
    if (token === undefined) throw new UnexpectedAnswer(host, 'an identity token', response);
    mask(token);
    return token;
  });
}

/** GitHub, and Azure DevOps mostly, put their reason into `message`; Azure DevOps at times into `value`. */
function refusal(host: string, serviceConnection: string | undefined, response: HttpResponse): StepFailure {
  const { status, body } = response;
  const answer = parseJsonObject(body);
  const words = answer && (textOf(answer, 'message') ?? textOf(answer, 'value'));
  const anchor = serviceConnection === undefined ? 'identity-token-refused' : 'connection-refused';
  const special: SpecialCase = {
    title: 'The identity token was refused',
    host,
    likely: status === 401 ? "The job's own token was not accepted (HTTP 401)." : undefined,
    facts: [
      ['Its words', words ?? 'none'],
      ['Status', `HTTP ${status}`],
      ...(serviceConnection === undefined ? [] : [['Service connection', serviceConnection] as const]),
    ],
  };
  return new StepFailure(isTransientStatus(status) ? 'platform-trouble' : anchor, special, response);
}

const idTokenPermission = 'permissions: { id-token: write, contents: read }';

/** The right to an identity token is not a matter of the request: https://docs.github.com/actions/reference/security/oidc */
function noRight({ name, restriction }: Platform): StepFailure {
  const title = 'No identity token';
  if (name === 'azure-pipelines') return new StepFailure('no-identity-tokens', { title });
  if (restriction?.kind === 'dependabot')
    return new StepFailure('dependabot-run', { title, mended: idTokenPermission });
  if (restriction?.kind === 'fork') {
    const facts = [['The fork', restriction.repository ?? 'is deleted'] as const];
    return new StepFailure('fork-run', { title, facts });
  }
  return new StepFailure('id-token-permission', { title, mended: idTokenPermission });
}
