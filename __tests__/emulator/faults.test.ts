import { type Fault, type ReceivedAnswer, send } from '@entra-token/emulator';
import { describe, expect, test } from '@jest/globals';
import { requestUnderWay } from './request-under-way.js';
import { useEmulator } from './running-emulator.js';
import { requestToken } from './token-request.js';

const running = useEmulator();

/** Asks Entra for a token, which is granted unless the fault is in the way. */
function meet(fault: Fault): Promise<ReceivedAnswer> {
  running().emulator.entra.faults.next(fault);
  return ask();
}

function ask(): Promise<ReceivedAnswer> {
  const { emulator } = running();
  return send(tokenUrl(), { method: 'POST', ...tokenRequest(), ca: emulator.caCertificate });
}

function tokenUrl(): string {
  const { emulator, sample } = running();
  return `${emulator.entra.origin}/${sample.tenantId}/oauth2/v2.0/token`;
}

function tokenRequest() {
  const { clientId, clientSecret, scope } = running().sample;
  const fields = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope };
  return {
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  };
}

/** How a request ends that is followed only as far as its answer's first bytes. */
function startRequest() {
  return requestUnderWay(tokenUrl(), { ...tokenRequest(), ca: running().emulator.caCertificate });
}

const lastStatus = () => running().emulator.entra.requests.at(-1)?.status;

describe('a fault that answers', () => {
  test('throttled: 429 in the words of Entra', async () => {
    const { status, headers, body } = await meet({ kind: 'throttled', retryAfter: 7 });
    expect([status, headers['retry-after'], lastStatus()]).toEqual([429, '7', 429]);
    expect(JSON.parse(body)).toMatchObject({ error: 'temporarily_unavailable', error_codes: [90055] });
  });

  test('throttled: 429 in plain text, until a date', async () => {
    const retryAfter = new Date(2_000_000_000_000).toUTCString();
    const { status, headers, body } = await meet({ kind: 'throttled', body: 'text', retryAfter });
    expect([status, headers['retry-after'], body]).toEqual([429, retryAfter, 'Too many requests']);
  });

  test.each([500, 502, 503, 504] as const)('unavailable: %i with a page', async status => {
    const answer = await meet({ kind: 'unavailable', status });
    expect([answer.status, answer.headers['retry-after']]).toEqual([status, undefined]);
    expect(answer.headers['content-type']).toMatch(/^text\/html/);
    expect(answer.body).toContain(`<h1>${status} `);
  });

  test('unavailable: in the words of Entra', async () => {
    const { status, headers, body } = await meet({ kind: 'unavailable', status: 503, body: 'entra', retryAfter: 1 });
    expect([status, headers['retry-after']]).toEqual([503, '1']);
    expect(JSON.parse(body)).toMatchObject({ error: 'temporarily_unavailable', error_codes: [90033] });
  });

  test('empty: 200 and an object without anything', async () => {
    expect(await meet({ kind: 'empty' })).toMatchObject({ status: 200, body: '{}' });
  });

  test('wrong-content-type: the right answer, said to be a page', async () => {
    const { status, headers, body } = await meet({ kind: 'wrong-content-type' });
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(running().emulator.issued.accessTokens).toContain(JSON.parse(body).access_token);
  });

  test('html: 200 and a page to sign in', async () => {
    const { status, headers, body } = await meet({ kind: 'html' });
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body).toContain('type="password"');
  });

  test('huge: more than so many bytes, without saying how many', async () => {
    const { status, headers, bytes } = await meet({ kind: 'huge', bytes: 3_000_000 });
    expect([status, headers['content-length']]).toEqual([200, undefined]);
    expect(bytes.length).toBeGreaterThan(3_000_000);
  });

  test.each([[undefined, 302] as const, [307, 307] as const])('redirect: %p', async (status, expected) => {
    const location = `${running().emulator.elsewhere.origin}/token`;
    const answer = await meet({ kind: 'redirect', location, ...(status !== undefined && { status }) });
    expect([answer.status, answer.headers.location, answer.body]).toEqual([expected, location, '']);
  });

  test('hostile: the text, in what Entra says', async () => {
    const text = '::error::\r\n##vso[task.setvariable]\u001b[31m';
    const { status, body } = await meet({ kind: 'hostile', text });
    expect(status).toBe(401);
    expect(JSON.parse(body).error_description).toContain(`AADSTS7000215: ${text} `);
    const everywhere = JSON.parse((await meet({ kind: 'hostile', text, where: 'everywhere' })).body);
    expect(everywhere).toMatchObject({ error: text, error_description: text, trace_id: text, correlation_id: text });
  });

  test('refusal: a code that the emulator knows comes as it always does', async () => {
    const { status, body } = await meet({ kind: 'refusal', code: 700024, description: 'Too old.' });
    expect(status).toBe(401);
    expect(JSON.parse(body)).toMatchObject({ error: 'invalid_client', error_codes: [700024] });
    expect(JSON.parse(body).error_description).toMatch(/^AADSTS700024: Too old\. Trace ID: /);
  });

  test('refusal: any code there is, in the shape one likes', async () => {
    const fault = { kind: 'refusal', code: 53003, error: 'invalid_grant', suberror: 'message_only' } as const;
    const { status, body } = await meet(fault);
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({
      error: 'invalid_grant',
      error_codes: [53003],
      suberror: 'message_only',
      error_uri: expect.stringMatching(/code=53003$/),
    });
  });

  test('propagation: unknown so many times, then known', async () => {
    const answers = [await meet({ kind: 'propagation', requests: 2 }), await ask(), await ask()];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 200]);
    expect(JSON.parse(answers[1]?.body ?? '')).toMatchObject({ error: 'invalid_request', error_codes: [70021] });
  });
});

describe('a fault of the connection', () => {
  test('reset: no answer', async () => {
    await expect(meet({ kind: 'reset' })).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(lastStatus()).toBe(0);
  });

  test('reset: over plain http too', async () => {
    const { origin, faults, requests } = running().emulator.managedIdentity;
    faults.next({ kind: 'reset' });
    await expect(send(origin)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(requests.at(-1)?.status).toBe(0);
  });

  test('drip: the right answer, in the end', async () => {
    const { status, headers, body } = await meet({ kind: 'drip', bytesPerSecond: 100_000 });
    expect([status, headers['content-length']]).toEqual([200, String(body.length)]);
    expect(running().emulator.issued.accessTokens).toContain(JSON.parse(body).access_token);
  });

  test('drip: a byte at a time', async () => {
    running().emulator.entra.faults.next({ kind: 'drip' });
    const { request, firstBytes } = startRequest();
    expect(String(await firstBytes)).toBe('{');
    request.destroy();
  });

  test.each([
    [undefined, /^\{"token_type".+[^}]$/],
    [3, /^\{"t$/],
  ] as const)('truncate: after %p bytes', async (bytes, sent) => {
    running().emulator.entra.faults.next({ kind: 'truncate', ...(bytes !== undefined && { bytes }) });
    const { firstBytes, end } = startRequest();
    expect(String(await firstBytes)).toMatch(sent);
    await expect(end).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(lastStatus()).toBe(200);
  });
});

describe('a script', () => {
  test('is used up in its order, before what is always wrong', async () => {
    const { faults } = running().emulator.entra;
    faults.always({ kind: 'unavailable', status: 503 });
    faults.next({ kind: 'throttled' }, { kind: 'empty' });
    const statuses = [await ask(), await ask(), await ask(), await ask()].map(({ status }) => status);
    faults.always(undefined);
    expect([...statuses, (await ask()).status]).toEqual([429, 200, 503, 503, 200]);
  });

  test.each(['github', 'azureDevOps', 'managedIdentity'] as const)('is of one site: %s', async name => {
    const { emulator } = running();
    emulator[name].faults.next({ kind: 'unavailable', status: 502 });
    expect((await ask()).status).toBe(200);
    const statuses = [];
    for (let i = 0; i < 2; i++) {
      statuses.push((await send(emulator[name].origin, { ca: emulator.caCertificate })).status);
    }
    expect(statuses).toEqual([502, 404]);
  });

  test('is nothing to the requests of the emulator itself', async () => {
    const { emulator, sample } = running();
    const access = emulator.github.startJob(sample.githubJob);
    const { body } = await send(`${access.requestUrl}&audience=api://AzureADTokenExchange`, {
      headers: { Authorization: `Bearer ${access.requestToken}` },
      ca: emulator.caCertificate,
    });
    emulator.github.faults.always({ kind: 'reset' });
    const { status } = await requestToken(running(), {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: JSON.parse(body).value,
    });
    emulator.github.faults.always(undefined);
    expect(status).toBe(200);
    expect(emulator.github.keyRequests).not.toHaveLength(0);
  });
});
