import { describe, expect, test } from '@jest/globals';
import type { Application } from '../../packages/core/src/contract/token-request.js';
import { deviceCode } from '../../packages/core/src/credentials/device-code.js';
import { type RecordingContext, recordingContext, response } from './recording-context.js';
import { recordingPlatform } from './recording-platform.js';

const app: Application = {
  kind: 'application',
  authority: { cloud: 'public', url: 'https://login.example/contoso.com' },
  clientId: '66666666-7777-8888-9999-000000000000',
  credential: { kind: 'device-code' },
};
const code = {
  device_code: 'the-secret-device-code',
  user_code: 'ABCD-EFGH',
  verification_uri: 'https://login.example/device',
  message: 'Open https://login.example/device and enter ABCD-EFGH.',
  interval: 5,
  expires_in: 900,
};
const token = { token_type: 'Bearer', expires_in: 3599, access_token: 'a.b.c', refresh_token: 'next' };

/** The token endpoint answers in this order: an error by its name, or a token. */
function context(...answers: (string | object)[]): RecordingContext {
  return recordingContext(recordingPlatform({}), ({ url }, index) => {
    if (url.endsWith('/devicecode')) return response(200, code);
    const answer = answers[index - 1];
    if (answer === undefined) throw new Error(`The test has no answer for request ${index}`);
    return typeof answer === 'string' ? response(400, { error: answer }) : response(200, answer);
  });
}

function signIn(using: RecordingContext, announce = async (_message: string) => {}) {
  return deviceCode(app, announce, using);
}

describe('a device code', () => {
  test('is shown at once, and only its public part', async () => {
    const using = context(token);
    const shown: string[] = [];
    await signIn(using, async message => {
      expect(using.sent).toHaveLength(1);
      shown.push(message);
    })(['api://a/.default']);
    expect(shown).toEqual([code.message]);
    expect(using.masked).toEqual([code.device_code]);
  });

  test('is asked about until the user has signed in', async () => {
    const using = context('authorization_pending', 'authorization_pending', token);
    const [answer] = await signIn(using)(['api://a/.default']);
    expect(answer).toMatchObject({ accessToken: 'a.b.c', refreshToken: 'next' });
    expect(using.waits).toEqual([5, 5, 5]);
  });

  test('`slow_down` adds five seconds to every wait from then on', async () => {
    const using = context('authorization_pending', 'slow_down', 'authorization_pending', 'slow_down', token);
    await signIn(using)(['api://a/.default']);
    expect(using.waits).toEqual([5, 5, 10, 10, 15]);
  });

  test.each(['expired_token', 'authorization_declined', 'bad_verification_code'])('`%s` ends it', async error => {
    const using = context('authorization_pending', error);
    await expect(signIn(using)(['api://a/.default'])).rejects.toMatchObject({ details: { error } });
    expect(using.waits).toHaveLength(2);
  });

  test('serves several scopes with one sign-in', async () => {
    const using = context(token, { ...token, access_token: 'd.e.f' }, { ...token, access_token: 'g.h.i' });
    const answers = await signIn(using)(['api://a/.default', 'api://b/.default', 'api://c/.default']);
    expect(answers.map(({ accessToken }) => accessToken)).toEqual(['a.b.c', 'd.e.f', 'g.h.i']);
    const grants = using.sent.slice(2).map(({ body }) => new URLSearchParams(body).get('grant_type'));
    expect(grants).toEqual(['refresh_token', 'refresh_token']);
  });

  test('that is refused is told as a refusal', async () => {
    const using = recordingContext(recordingPlatform({}), () =>
      response(400, { error: 'invalid_client', error_description: 'AADSTS7000218: a secret is missing.' }),
    );
    await expect(signIn(using)(['api://a/.default'])).rejects.toMatchObject({ details: { codes: [7000218] } });
  });
});
