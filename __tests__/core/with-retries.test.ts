import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Application } from '../../packages/core/src/contract/token-request.js';
import type { ClientCredential } from '../../packages/core/src/credentials/application-credential.js';
import { clientCredentials } from '../../packages/core/src/credentials/client-credentials.js';
import { diagnose } from '../../packages/core/src/diagnosis/diagnose.js';
import type { HttpRequest, HttpResponse } from '../../packages/core/src/transport/http.js';
import { TransportFailure, type TransportFailureReason } from '../../packages/core/src/transport/transport-failure.js';
import { ordinary } from './circumstances.js';
import { recordingContext, response } from './recording-context.js';
import { recordingPlatform } from './recording-platform.js';

const good = response(200, { token_type: 'Bearer', expires_in: 3599, access_token: 'a.b.c' });
const secret: ClientCredential = { kind: 'client-secret', clientSecret: 's3cret' };

type Answer = HttpResponse | TransportFailureReason;

function refusal(status: number, code: number, headers: Record<string, string> = {}): HttpResponse {
  return response(
    status,
    { error: 'some_error', error_description: `AADSTS${code}: no.`, error_codes: [code] },
    headers,
  );
}

/** The lines of a log with those that were broken to fit 80 columns joined again. */
function announced(log: readonly string[]): string[] {
  return log
    .join('\n')
    .replace(/\n {2}(?! )/g, ' ')
    .split('\n');
}

/** Asks for a token where the endpoints answer in this order; the last answer is repeated. */
async function ask(answers: readonly Answer[], credential: ClientCredential = secret, timeoutSeconds = 60) {
  const app: Application = {
    kind: 'application',
    authority: { cloud: 'public', url: 'https://login.example/contoso.com' },
    clientId: '66666666-7777-8888-9999-000000000000',
    credential,
  };
  const platform = recordingPlatform({});
  let assertions = 0;
  let asked = 0;
  const context = recordingContext(
    platform,
    ({ url }: HttpRequest) => {
      if (url.startsWith('https://issuer.invalid')) return response(200, { value: `assertion-${assertions++}` });
      const answer = answers[Math.min(asked++, answers.length - 1)];
      if (answer === undefined) throw new Error('The test gives no answer');
      if (typeof answer === 'string') throw new TransportFailure(answer, 'login.example', 'CODE');
      return answer;
    },
    undefined,
    timeoutSeconds,
  );
  const outcome = await clientCredentials(
    app,
    credential,
    context,
  )(['api://a/.default']).then(
    () => 'token',
    error => diagnose(error, ordinary),
  );
  const forms = context.sent.filter(({ method }) => method === 'POST').map(({ body }) => new URLSearchParams(body));
  return {
    outcome,
    requests: forms.length,
    waits: context.waits,
    forms,
    log: platform.log,
    presented: context.presented,
  };
}

describe('what passes is tried again', () => {
  test.each<[string, Answer]>([
    ['a name that is not resolved', 'name-not-resolved'],
    ['a refused connection', 'not-connected'],
    ['a lost connection', 'connection-lost'],
    ['an attempt without an answer', 'attempt-timeout'],
    ['a proxy that is not there', 'proxy-not-connected'],
    ['408', response(408, '')],
    ['429 in text', response(429, 'slow down')],
    ['429 of Entra', refusal(429, 90055)],
    ['500 with a page', response(500, '<html></html>')],
    ['503 of Entra', refusal(503, 90033)],
    ['a code of trouble in a 400', refusal(400, 90024)],
    ['half a body', response(200, '{"access_token":"a')],
    ['a loop, in a 429', refusal(429, 50196)],
  ])('%s', async (_kind, answer) => {
    const { outcome, requests, waits, log } = await ask([answer, answer, good]);
    expect(outcome).toBe('token');
    expect(requests).toBe(3);
    expect(waits).toEqual([1, 2]);
    expect(announced(log)).toEqual([
      expect.stringMatching(/^\S.*; trying again in 1\.0 s\.$/),
      expect.stringMatching(/^\S.*; trying again in 2\.0 s\.$/),
    ]);
  });
});

describe('what cannot pass is asked once', () => {
  test.each<[string, Answer]>([
    ['a wrong secret', refusal(401, 7000215)],
    ['an unknown resource', refusal(400, 500011)],
    ['a loop, without a time to wait', refusal(400, 50196)],
    ['an untrusted certificate', 'certificate-not-trusted'],
    ['a proxy that refuses', 'proxy-refused'],
    ['an answer without end', 'answer-too-large'],
    ['a redirect', response(302, '', { location: 'https://elsewhere.example' })],
    ['an unknown federated credential, without a federated credential', refusal(400, 700213)],
  ])('%s', async (_kind, answer) => {
    const { outcome, requests, waits } = await ask([answer, good]);
    expect(outcome).not.toBe('token');
    expect(requests).toBe(1);
    expect(waits).toEqual([]);
  });
});

describe('the end of patience', () => {
  test('five attempts, after 1, 2, 4 and 8 seconds; the failure says so', async () => {
    const { outcome, requests, waits } = await ask([response(503, '<html></html>')]);
    expect(requests).toBe(5);
    expect(waits).toEqual([1, 2, 4, 8]);
    expect(outcome).toMatchObject({
      what: expect.stringMatching(/^login\.example answered without .* It was tried 5 times\.$/),
      facts: expect.arrayContaining([['Attempts', '5 in 15 seconds']]),
    });
  });

  test('no wait goes past the deadline', async () => {
    const { outcome, requests, waits } = await ask(['connection-lost'], secret, 4);
    expect(requests).toBe(3);
    expect(waits).toEqual([1, 2]);
    expect(outcome).toMatchObject({ what: expect.stringContaining('The step has 1 second left') });
  });

  test.each([
    ['20', 20],
    ['Sun, 22 Nov 2026 10:00:30 GMT', 30],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
  ])('Retry-After: %s is honoured', async (header, seconds) => {
    const { outcome, requests, waits } = await ask([refusal(429, 90055, { 'retry-after': header }), good]);
    expect(outcome).toBe('token');
    expect(requests).toBe(2);
    expect(waits).toEqual([seconds]);
  });

  test('a loop that Entra says the end of is waited for', async () => {
    const { outcome, waits } = await ask([refusal(400, 50196, { 'retry-after': '7' }), good]);
    expect(outcome).toBe('token');
    expect(waits).toEqual([7]);
  });

  test('a Retry-After beyond the deadline fails at once, and says so', async () => {
    const { outcome, requests, waits } = await ask([refusal(429, 90055, { 'retry-after': '120' }), good]);
    expect(requests).toBe(1);
    expect(waits).toEqual([]);
    expect(outcome).toMatchObject({
      what: expect.stringContaining('The server asks to wait 120 seconds, and the step has 60 left.'),
    });
  });
});

describe('a step that runs out of time during another attempt', () => {
  test('tells what Entra said before', async () => {
    const { outcome, requests } = await ask([refusal(503, 90033), 'deadline']);
    expect(requests).toBe(2);
    expect(outcome).toMatchObject({
      title: 'Entra refused: AADSTS90033',
      what: expect.stringMatching(/The step ran out of time, waiting for \S+ once more\.$/),
      facts: expect.arrayContaining([['Attempts', '2 in 1 second']]),
    });
  });

  test('tells who did not answer, where nobody had said anything', async () => {
    const { outcome } = await ask(['connection-lost', 'deadline']);
    expect(outcome).toMatchObject({ title: 'No answer', known: { anchor: 'deadline' } });
  });
});

describe('every attempt has an assertion of its own', () => {
  const oidc: ClientCredential = { kind: 'oidc', audience: 'api://x', serviceConnection: undefined };
  const assertionsOf = (forms: readonly URLSearchParams[]) => forms.map(form => form.get('client_assertion'));

  test('a federated one is fetched anew', async () => {
    const { outcome, forms } = await ask([response(503, ''), good], oidc);
    expect(outcome).toBe('token');
    expect(assertionsOf(forms)).toEqual(['assertion-0', 'assertion-1']);
  });

  test('one that Entra finds outside its validity is replaced once', async () => {
    expect((await ask([refusal(401, 700024), good], oidc)).outcome).toBe('token');
    const { requests, forms } = await ask([refusal(401, 700024)], oidc);
    expect(requests).toBe(2);
    expect(assertionsOf(forms)).toEqual(['assertion-0', 'assertion-1']);
  });

  test("a certificate's is signed anew", async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const certificate = {
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      thumbprintSha256: 'ab'.repeat(32),
      chain: [],
      notAfter: new Date('2030-01-01'),
    };
    const { outcome, forms } = await ask([response(503, ''), good], {
      kind: 'certificate',
      certificate,
      sendChain: false,
    });
    expect(outcome).toBe('token');
    expect(new Set(assertionsOf(forms)).size).toBe(2);
  });

  test('a federated credential that is not known yet is asked for three times more, within 15 seconds, announced', async () => {
    const jwt = `x.${Buffer.from('{"iss":"https://i","sub":"repo:o/r","aud":"api://x"}').toString('base64url')}.y`;
    const federated: ClientCredential = { kind: 'federated-token', token: jwt };
    const { outcome, requests, waits, log, presented } = await ask([refusal(400, 700213)], federated);
    expect(requests).toBe(4);
    expect(waits.reduce((sum, seconds) => sum + seconds)).toBeLessThan(15);
    expect(announced(log)).toEqual(
      [1, 2, 4].map(
        seconds =>
          `Entra knows no federated credential for this issuer, subject and audience; a new one takes a while to be known; trying again in ${seconds}.0 s.`,
      ),
    );
    expect(presented).toEqual(
      Array(4).fill(expect.objectContaining({ issuer: 'https://i', subject: 'repo:o/r', audience: 'api://x' })),
    );
    expect(outcome).toMatchObject({ title: 'Entra refused: AADSTS700213' });
  });
});
