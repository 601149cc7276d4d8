import { randomUUID } from 'node:crypto';
import { endpointsOf } from '../authority/authority.js';
import type { Context } from '../context.js';
import type { Application } from '../contract/token-request.js';
import { StepFailure } from '../diagnosis/step-failure.js';
import { withRetries } from '../retry/with-retries.js';
import { EntraRefusal, readRefusal } from '../token/entra-refusal.js';
import { readTokenAnswer, secondsOf, type TokenAnswer } from '../token/token-answer.js';
import { isSuccess } from '../transport/http.js';
import { parseJsonObject, textOf } from '../transport/json-object.js';
import { UnexpectedAnswer } from '../transport/unexpected-answer.js';
import { redeemRefreshToken } from './refresh-token.js';
import type { TokenSource } from './token-source.js';

/** What makes Entra hand out a refresh token, which the scopes after the first one need. */
const sessionScopes = 'openid profile offline_access';

/** Tells the user how to sign in; what it gets is the server's own sentence. */
export type AnnounceCode = (message: string) => Promise<void>;

/**
 * A user signs in elsewhere, with a code that this step shows: https://www.rfc-editor.org/rfc/rfc8628. Spoken without
 * MSAL, which knows no `slow_down` and loses Entra's words when the sign-in fails.
 */
export function deviceCode(app: Application, announce: AnnounceCode, context: Context): TokenSource {
  return async ([first, ...others]) => {
    if (first === undefined) return [];
    const code = await withRetries(context, () => requestCode(app, first, context));
    await announce(code.message);
    const answer = await pollForToken(app, code, first, context);
    if (others.length === 0) return [answer];
    const { refreshToken } = answer;
    if (refreshToken === undefined) throw new Error('Entra returned no refresh token, which the other scopes need');
    const rest = others.map(scope => redeemRefreshToken(app, undefined, refreshToken, scope, context));
    return [answer, ...(await Promise.all(rest))];
  };
}

interface DeviceCode {
  readonly deviceCode: string;
  readonly message: string;
  /** Seconds between two questions. */
  readonly intervalSeconds: number;
}

async function requestCode(app: Application, scope: string, { send, mask }: Context): Promise<DeviceCode> {
  const url = endpointsOf(app.authority).deviceCode;
  const correlationId = randomUUID();
  const form = { client_id: app.clientId, scope: `${scope} ${sessionScopes}` };
  const response = await send(formRequest(url, form, correlationId));
  const { host } = new URL(url);
  const answer = parseJsonObject(response.body);
  if (!isSuccess(response) || !answer) {
    const refusal = readRefusal(response, correlationId);
    if (refusal) throw new EntraRefusal(refusal, { application: app, scope, correlationId, assertion: undefined });
    throw new UnexpectedAnswer(host, 'a device code or an error of Entra', response);
  }
  const code = textOf(answer, 'device_code');
  const userCode = textOf(answer, 'user_code');
  const page = textOf(answer, 'verification_uri');
  if (!code || !userCode || !page) throw new UnexpectedAnswer(host, 'a device code', response);
  mask(code);
  const message = textOf(answer, 'message') ?? `Open ${page} and enter the code ${userCode}.`;
  // Five seconds unless the server says otherwise (RFC 8628 section 3.2).
  return { deviceCode: code, message, intervalSeconds: secondsOf(answer['interval']) ?? 5 };
}

async function pollForToken(app: Application, code: DeviceCode, scope: string, context: Context): Promise<TokenAnswer> {
  const url = endpointsOf(app.authority).token;
  const correlationId = randomUUID();
  const form = {
    client_id: app.clientId,
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    device_code: code.deviceCode,
  };
  const sent = { application: app, scope, correlationId, assertion: undefined };
  let intervalSeconds = code.intervalSeconds;
  while (true) {
    if (!(await context.wait(intervalSeconds))) throw nobodySignedIn();
    const answer = await withRetries(context, async () => {
      const response = await context.send(formRequest(url, form, correlationId));
      const error = isSuccess(response) ? undefined : readRefusal(response, correlationId)?.error;
      return error === 'slow_down' || error === 'authorization_pending' ? error : readTokenAnswer(response, sent);
    });
    // Five seconds more, from then on (RFC 8628 section 3.5).
    if (answer === 'slow_down') intervalSeconds += 5;
    else if (answer !== 'authorization_pending') return answer;
  }
}

function nobodySignedIn(): StepFailure {
  return new StepFailure('device-code-expired', {
    title: 'The step ran out of time',
    what: 'Nobody signed in before the step ran out of time.',
    fix: 'Run the job again and sign in while it waits, or raise the timeout.',
  });
}

function formRequest(url: string, form: Readonly<Record<string, string>>, correlationId: string) {
  return {
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      'client-request-id': correlationId,
    },
    body: new URLSearchParams(form).toString(),
  } as const;
}
