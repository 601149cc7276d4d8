import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../packages/core/src/diagnosis/diagnose.js';
import type { AccessToken } from '../../packages/core/src/token/access-token.js';
import { checkTokens } from '../../packages/core/src/token/check-tokens.js';
import { ordinary } from './circumstances.js';
import { recordingContext, response } from './recording-context.js';
import { recordingPlatform } from './recording-platform.js';

const nothing = { audience: undefined, roles: [], minLifetimeSeconds: 0, verifyUrl: undefined };
const token: AccessToken = {
  scope: { name: undefined, written: 'api://inventory', value: 'api://inventory/.default' },
  value: 'a.b.c',
  tokenType: 'Bearer',
  expiresOn: new Date('2026-11-22T11:00:00Z'),
  refreshToken: undefined,
  claims: {
    aud: 'api://inventory',
    iss: 'https://sts.windows.net/t/',
    roles: ['Items.Read'],
    scp: 'User.Read Mail.Read',
  },
};
const opaque: AccessToken = { ...token, claims: undefined };

async function failureOf(expectations: Partial<typeof nothing> & object, tokens = [token], answer = response(200, '')) {
  const context = recordingContext(recordingPlatform({}), () => answer);
  try {
    await checkTokens({ ...nothing, ...expectations }, tokens, context);
  } catch (error) {
    const { what, fix, facts } = diagnose(error, ordinary);
    return { what, fix, facts: Object.fromEntries(facts) };
  }
  return undefined;
}

describe('a token that is good enough', () => {
  test.each([
    { audience: 'api://inventory' },
    { audience: 'api://inventory/' },
    { roles: ['Items.Read'] },
    { roles: ['Items.Read', 'Mail.Read'] },
    { minLifetimeSeconds: 3600 },
    { verifyUrl: 'https://api.example/' },
  ])('%j', async expectations => {
    expect(await failureOf(expectations as object)).toBeUndefined();
  });

  test('is called with at the API once, as Bearer', async () => {
    const context = recordingContext(recordingPlatform({}), () => response(204, ''));
    await checkTokens({ ...nothing, verifyUrl: 'https://api.example/health' }, [token], context);
    expect(context.sent).toEqual([
      expect.objectContaining({
        method: 'GET',
        url: 'https://api.example/health',
        headers: expect.objectContaining({ authorization: 'Bearer a.b.c' }),
      }),
    ]);
  });
});

describe('a token that is not says what to do', () => {
  test.each([
    [{ audience: 'api://other' }, /another audience/, /Ask for a scope of that API/],
    [{ roles: ['Items.Read', 'Items.Write'] }, /lacks Items.Write\./, /Grant the app Items.Write of api:\/\/inventory/],
    [{ minLifetimeSeconds: 3601 }, /lives 3600 seconds more, and at least 3601/, /Ask for less/],
  ])('%j', async (expectations, what, fix) => {
    expect(await failureOf(expectations as object)).toMatchObject({
      what: expect.stringMatching(what),
      fix: expect.stringMatching(fix),
    });
  });

  test.each([{ audience: 'api://inventory' }, { roles: ['x'] }])('%j of a token that is no JWT', async expectations => {
    expect(await failureOf(expectations as object, [opaque])).toMatchObject({
      what: expect.stringContaining('is no JWT'),
    });
  });

  test('every token has to live long enough', async () => {
    const short = { ...token, scope: { ...token.scope, name: 'short' }, expiresOn: new Date('2026-11-22T10:01:00Z') };
    expect((await failureOf({ minLifetimeSeconds: 600 }, [token, short]))?.what).toContain("'short' lives 60 seconds");
  });
});

describe('what an API says', () => {
  const bearer = (challenge: string) => response(401, '', { 'www-authenticate': `Bearer ${challenge}` });

  test.each([
    [bearer('realm="inventory"'), /saw no token/],
    [response(401, ''), /saw no token/],
    [bearer('error="invalid_request", error_description="malformed"'), /header malformed/],
    [
      bearer('error="invalid_token", error_description="The audience \'x\' is invalid"'),
      /another audience than api:\/\/inventory/,
    ],
    [
      bearer('error="invalid_token", error_description="The issuer is invalid"'),
      /does not accept tokens of https:\/\/sts/,
    ],
    [bearer('error="invalid_token"'), /token invalid/],
    [response(403, ''), /does not permit the call; the token holds Items.Read/],
    [response(429, '', { 'retry-after': '30' }), /limits how often/],
    [
      response(302, '', { location: 'https://login.example/' }),
      /redirects to https:\/\/login.example\/; the token was not sent/,
    ],
    [response(500, ''), /answered 500/],
  ])('%#', async (answer, what) => {
    const failure = await failureOf({ verifyUrl: 'https://api.example/' } as object, [token], answer);
    expect(failure?.what).toMatch(what);
    expect(failure?.fix).toMatch(/\S/);
    expect(failure?.facts['Audience of the token']).toBe('api://inventory');
  });
});
