import { describe, expect, test } from '@jest/globals';
import type { TokenRequest } from '../../packages/core/src/contract/token-request.js';
import { GaveUp } from '../../packages/core/src/retry/gave-up.js';
import { acquireTokens } from '../../packages/core/src/token/acquire-tokens.js';
import { EntraRefusal } from '../../packages/core/src/token/entra-refusal.js';
import { UnexpectedAnswer } from '../../packages/core/src/transport/unexpected-answer.js';

import { type RecordingContext, recordingContext, response } from './recording-context.js';
import { recordingPlatform } from './recording-platform.js';

const good = { token_type: 'Bearer', expires_in: 3599, access_token: 'a.b.c' };

function requestAt(host: string, scopes = ['api://inventory/.default']): TokenRequest {
  return {
    identity: {
      kind: 'application',
      authority: { cloud: 'public', url: `${host}/contoso.com` },
      clientId: '66666666-7777-8888-9999-000000000000',
      credential: { kind: 'client-secret', clientSecret: 's3cret' },
    },
    scopes: scopes.map(value => ({ name: undefined, written: value, value })),
    expectations: { audience: undefined, roles: [], minLifetimeSeconds: 0, verifyUrl: undefined },
    exportVariable: undefined,
    jobSummary: true,
    warnings: [],
  };
}

function answering(status: number, body: unknown): RecordingContext {
  return recordingContext(recordingPlatform({}), () => response(status, body));
}

describe('nobody but the token endpoint is asked', () => {
  test.each([
    'https://login.microsoftonline.com',
    'https://login.microsoftonline.us',
    'https://login.partner.microsoftonline.cn',
    'https://login.example:8443',
  ])('at %s', async host => {
    const context = answering(200, good);
    await acquireTokens(requestAt(host), context);
    expect(context.sent.map(({ method, url }) => [method, url.split('?')[0]])).toEqual([
      ['POST', `${host}/contoso.com/oauth2/v2.0/token`],
    ]);
  });

  test('and once for each scope', async () => {
    const context = answering(200, good);
    const tokens = await acquireTokens(
      requestAt('https://login.example', ['api://a/.default', 'api://b/.default']),
      context,
    );
    const asked = context.sent.map(({ body }) => new URLSearchParams(body).get('scope'));
    expect(asked).toEqual(['api://a/.default', 'api://b/.default']);
    expect(tokens.map(({ scope }) => scope.value)).toEqual(asked);
  });
});

test('the expiry is reckoned from the given clock', async () => {
  const [token] = await acquireTokens(requestAt('https://login.example'), answering(200, good));
  expect(token?.expiresOn.toISOString()).toBe('2026-11-22T10:59:59.000Z');
});

test('an opaque token is delivered without claims', async () => {
  const context = answering(200, { ...good, access_token: 'opaque', expires_in: '60' });
  const [token] = await acquireTokens(requestAt('https://login.example'), context);
  expect(token).toMatchObject({ value: 'opaque', claims: undefined, expiresOn: new Date('2026-11-22T10:01:00Z') });
});

describe('an answer that makes no sense is a failure', () => {
  test.each([
    ['an empty object', 200, {}, 'an access_token'],
    ['an empty token', 200, { ...good, access_token: '' }, 'an access_token'],
    ['a token of two lines', 200, { ...good, access_token: 'a\nb' }, 'an access_token'],
    ['a token that is no text', 200, { ...good, access_token: { a: 1 } }, 'an access_token'],
    ['no type', 200, { ...good, token_type: undefined }, 'a token_type'],
    ['no lifetime', 200, { ...good, expires_in: undefined }, 'a lifetime'],
    ['a lifetime of nothing', 200, { ...good, expires_in: 0 }, 'a lifetime'],
    ['a list', 200, [good], 'a JSON object'],
    ['half an answer', 200, '{"access_token":"a.b', 'a JSON object'],
    ['a page', 200, '<html>Sign in to the network</html>', 'a JSON object'],
    ['nothing', 200, '', 'a JSON object'],
    ['a redirect', 302, '', 'a token or an error'],
    ['a page of a gateway', 503, '<html>Service unavailable</html>', 'a token or an error'],
    ['an error that names none', 400, { message: 'no' }, 'a token or an error'],
  ])('%s', async (_kind, status, body, missing) => {
    const failure = await acquireTokens(requestAt('https://login.example'), answering(status, body)).catch(
      error => error,
    );
    const cause = failure instanceof GaveUp ? failure.failure : failure;
    expect(cause).toBeInstanceOf(UnexpectedAnswer);
    expect(cause).toMatchObject({ from: 'login.example', status, expected: expect.stringContaining(missing) });
  });
});

describe('a refusal', () => {
  test('keeps what Entra said, without the ids in its sentence', async () => {
    const context = answering(401, {
      error: 'invalid_client',
      error_description:
        'AADSTS7000215: Invalid client secret provided. Trace ID: t-1 Correlation ID: c-1 Timestamp: 2026-11-22 10:00:00Z',
      error_codes: [7000215],
      timestamp: '2026-11-22 10:00:00Z',
      trace_id: 't-1',
      correlation_id: 'c-1',
    });
    const failure = await acquireTokens(requestAt('https://login.example'), context).catch(error => error);
    expect(failure).toBeInstanceOf(EntraRefusal);
    expect(failure.details).toEqual({
      status: 401,
      error: 'invalid_client',
      codes: [7000215],
      text: 'Invalid client secret provided.',
      correlationId: 'c-1',
      traceId: 't-1',
      timestamp: '2026-11-22 10:00:00Z',
    });
  });

  test('that says little has the code of its text, and the correlation id that was sent', async () => {
    const context = answering(400, { error: 'invalid_scope', error_description: 'AADSTS70011: No such scope.' });
    const failure = await acquireTokens(requestAt('https://login.example'), context).catch(error => error);
    const correlationId = new URLSearchParams(context.sent[0]?.body).get('client-request-id');
    expect(failure.details).toMatchObject({ codes: [70011], text: 'No such scope.', correlationId });
  });
});
