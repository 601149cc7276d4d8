import { type GitHubJob, send } from '@entra-token/emulator';
import { describe, expect, test } from '@jest/globals';
import { decodeJwt, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { useEmulator } from './running-emulator.js';
import { claimsOf, refusalOf, requestTokenWith } from './token-request.js';

const AUDIENCE = 'api://AzureADTokenExchange';
let offset = 0;
const running = useEmulator({ clock: () => new Date(Date.now() + offset) });

test('a token of a trusted issuer brings tokens, for as many scopes as it is presented', async () => {
  const assertion = await githubToken();
  for (const scope of [running().sample.scope, 'https://graph.microsoft.com/.default', running().sample.scope]) {
    const answer = await requestTokenWith(running(), assertion, { scope });
    expect(answer.status).toBe(200);
    expect(claimsOf(answer)).toMatchObject({ oid: expect.any(String) });
  }
});

test("the issuer's keys are fetched from where it publishes them", async () => {
  const { github } = running().emulator;
  await requestTokenWith(running(), await githubToken());
  expect(github.keyRequests.slice(0, 2).map(({ path }) => path)).toEqual([
    '/.well-known/openid-configuration',
    '/.well-known/jwks',
  ]);
});

describe('a token is refused', () => {
  test('when the client has no federated credential', async () => {
    const { emulator, sample } = running();
    const { clientId } = emulator.directory.addApplication(sample.tenant, { displayName: 'plain' });
    const answer = await requestTokenWith(running(), await githubToken(), { client_id: clientId });
    expect(refusalOf(answer)).toEqual({ status: 401, error: 'invalid_client', codes: [70025] });
  });

  test('of another issuer', async () => {
    const assertion = await signed({ iss: 'https://token.example.com', sub: 'any', aud: AUDIENCE });
    const answer = await requestTokenWith(running(), assertion);
    expect(refusalOf(answer)).toEqual({ status: 401, error: 'invalid_client', codes: [700211] });
    expect(answer.body['error_description']).toContain("'https://token.example.com'");
  });

  test('for another subject, which the refusal names', async () => {
    const answer = await requestTokenWith(running(), await githubToken({ job: { environment: 'staging' } }));
    expect(refusalOf(answer)).toEqual({ status: 401, error: 'invalid_client', codes: [700213] });
    expect(answer.body['error_description']).toContain("'repo:contoso/inventory:environment:staging'");
  });

  test('for a subject that differs in case', async () => {
    const answer = await requestTokenWith(running(), await githubToken({ job: { environment: 'Production' } }));
    expect(refusalOf(answer)).toMatchObject({ status: 401, codes: [7002138] });
  });

  test('for another audience, which the refusal names', async () => {
    const answer = await requestTokenWith(running(), await githubToken({ audience: 'api://other' }));
    expect(refusalOf(answer)).toEqual({ status: 401, error: 'invalid_client', codes: [700212] });
    expect(answer.body['error_description']).toContain("'api://other'");
  });

  test('that somebody else signed', async () => {
    const forged = await signed(decodeJwt(await githubToken()));
    expect(refusalOf(await requestTokenWith(running(), forged))).toMatchObject({ status: 401, codes: [700027] });
  });

  test('that is not signed', async () => {
    const unsigned = new UnsecuredJWT(decodeJwt(await githubToken())).encode();
    expect(refusalOf(await requestTokenWith(running(), unsigned))).toMatchObject({ status: 401, codes: [5002738] });
  });

  test.each(['HS256', 'PS256'])('signed with %s', async alg => {
    const key = alg === 'HS256' ? new TextEncoder().encode('secret') : (await generateKeyPair(alg)).privateKey;
    const assertion = await new SignJWT(decodeJwt(await githubToken())).setProtectedHeader({ alg }).sign(key);
    expect(refusalOf(await requestTokenWith(running(), assertion))).toMatchObject({ status: 401, codes: [5002738] });
  });

  test('that has expired', async () => {
    const assertion = await githubToken();
    offset = 601_000;
    const answer = await requestTokenWith(running(), assertion).finally(() => {
      offset = 0;
    });
    expect(refusalOf(answer)).toEqual({ status: 401, error: 'invalid_client', codes: [700024] });
    expect(answer.body['error_description']).toMatch(/Current time: .* assertion valid from .* expiry time/);
  });

  test('when its issuer publishes no keys', async () => {
    const issuer = `${running().emulator.api.origin}/nobody`;
    running().sample.application.federatedCredentials.push({ name: 'x', issuer, subject: 's', audiences: [AUDIENCE] });
    const answer = await requestTokenWith(running(), await signed({ iss: issuer, sub: 's', aud: AUDIENCE }));
    expect(refusalOf(answer)).toMatchObject({ status: 400, codes: [501661] });
  });
});

async function githubToken({ job, audience = AUDIENCE }: { job?: Partial<GitHubJob>; audience?: string } = {}) {
  const { emulator, sample } = running();
  const { requestUrl, requestToken } = emulator.github.startJob({ ...sample.githubJob, ...job });
  const { body } = await send(`${requestUrl}&audience=${encodeURIComponent(audience)}`, {
    headers: { Authorization: `Bearer ${requestToken}` },
    ca: emulator.caCertificate,
  });
  const { value }: { value: string } = JSON.parse(body);
  return value;
}

async function signed(claims: Record<string, unknown>): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256');
  const exp = Math.floor(Date.now() / 1000) + 60;
  return new SignJWT({ exp, ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'another' }).sign(privateKey);
}
