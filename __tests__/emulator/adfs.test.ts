import { X509Certificate } from 'node:crypto';
import { ConfidentialClientApplication } from '@azure/msal-node';
import { send } from '@entra-token/emulator';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { signAssertion } from './certificate-assertion.js';
import { trusting } from './msal-client.js';
import { useEmulator } from './running-emulator.js';
import { claimsOf, postForm, refusalOf } from './token-request.js';

const CLIENT_ID = 'build server';
const running = useEmulator();

beforeAll(() => {
  const { directory } = running().emulator;
  const { certificate } = running().sample;
  const secrets = [{ value: 's' }];
  directory.addApplication(directory.adfs, { clientId: CLIENT_ID, secrets, certificates: [certificate] });
  directory.addApplication(directory.adfs, {
    identifierUris: ['https://warehouse.example', 'warehouse'],
    requestedAccessTokenVersion: 1,
  });
});

describe('AD FS', () => {
  test('issues a token to a client whose id is any text', async () => {
    const { entra } = running().emulator;
    const answer = await ask({ client_secret: 's' });
    const claims = claimsOf(answer);
    expect(answer.status).toBe(200);
    expect(claims).toEqual({
      iss: `${entra.origin}/adfs`,
      aud: 'https://warehouse.example',
      appid: CLIENT_ID,
      apptype: 'Confidential',
      ver: '1.0',
      iat: expect.any(Number),
      nbf: expect.any(Number),
      exp: expect.any(Number),
    });
  });

  test.each([
    [
      'the parameter resource',
      { scope: undefined, resource: 'https://warehouse.example' },
      'https://warehouse.example',
    ],
    ['a scope of its own', { scope: 'https://warehouse.example/openid' }, 'https://warehouse.example'],
    ['an identifier that is no URI', { scope: undefined, resource: 'warehouse' }, 'microsoft:identityserver:warehouse'],
  ])('takes %s', async (_name, fields, aud) => {
    expect(claimsOf(await ask({ client_secret: 's', ...fields }))).toMatchObject({ aud });
  });

  test("takes the client's assertion for its own endpoint, and for no other", async () => {
    const aud = `${running().emulator.entra.origin}/adfs/oauth2/token`;
    const own = await signAssertion(running(), { claims: { iss: CLIENT_ID, sub: CLIENT_ID, aud } });
    const other = await signAssertion(running(), { claims: { iss: CLIENT_ID, sub: CLIENT_ID } });
    const client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
    const answers = [own, other].map(client_assertion => ask({ client_assertion_type, client_assertion }));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 400]);
  });

  test.each([
    ['a wrong secret', { client_secret: 'wrong' }, 'invalid_client', 'MSIS9622'],
    ['no secret', {}, 'invalid_client', 'MSIS9622'],
    ['an unknown client', { client_id: 'nobody', client_secret: 's' }, 'invalid_client', 'MSIS9622'],
    ['an unknown resource', { client_secret: 's', scope: 'https://x.example/openid' }, 'invalid_resource', 'MSIS9602'],
    ['no resource', { client_secret: 's', scope: undefined }, 'invalid_request', 'MSIS9604'],
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type', 'MSIS9611'],
  ])('refuses %s in its own words', async (_name, fields, error, code) => {
    const { status, body } = await ask(fields);
    expect({ status, error: body['error'] }).toEqual({ status: 400, error });
    expect(body['error_description']).toMatch(new RegExp(`^${code}: `));
    expect(Object.keys(body)).toEqual(['error', 'error_description']);
  });

  test('publishes its configuration, and the keys that its tokens verify with', async () => {
    const base = `${running().emulator.entra.origin}/adfs`;
    const configuration = await get(`${base}/.well-known/openid-configuration`);
    expect(configuration).toMatchObject({
      issuer: base,
      token_endpoint: `${base}/oauth2/token/`,
      jwks_uri: `${base}/discovery/keys`,
    });
    const keys = createLocalJWKSet(await get(`${base}/discovery/keys`));
    const token = String((await ask({ client_secret: 's' })).body['access_token']);
    await expect(jwtVerify(token, keys, { issuer: base })).resolves.toBeDefined();
  });

  test('has nothing to do with Entra', async () => {
    const { clientId, clientSecret, scope, tenantId } = running().sample;
    const here = await ask({ client_id: clientId, client_secret: clientSecret, scope });
    const there = await postForm(running().emulator, tenantId, {
      grant_type: 'client_credentials',
      client_id: CLIENT_ID,
      client_secret: 's',
      scope,
    });
    const { status } = await send(`${running().emulator.entra.origin}/adfs/oauth2/v2.0/token`, {
      ca: running().emulator.caCertificate,
    });
    expect(here.body['error']).toBe('invalid_client');
    expect(refusalOf(there)).toMatchObject({ codes: [700038] });
    expect(status).toBe(404);
  });
});

test.each(['secret', 'certificate'])('MSAL gets a token from AD FS with a %s', async kind => {
  const { emulator, sample } = running();
  const { origin } = emulator.entra;
  const thumbprintSha256 = new X509Certificate(sample.certificate).fingerprint256.replaceAll(':', '');
  const client = new ConfidentialClientApplication({
    auth: {
      clientId: CLIENT_ID,
      authority: `${origin}/adfs`,
      knownAuthorities: [new URL(origin).host],
      ...(kind === 'secret'
        ? { clientSecret: 's' }
        : { clientCertificate: { thumbprintSha256, privateKey: sample.privateKey } }),
    },
    system: { networkClient: trusting(emulator.caCertificate) },
  });
  const result = await client.acquireTokenByClientCredential({ scopes: ['https://warehouse.example/.default'] });
  expect(decodeJwt(result?.accessToken ?? '')).toMatchObject({ iss: `${origin}/adfs`, appid: CLIENT_ID });
});

async function ask(fields: Record<string, string | undefined>) {
  const { entra, caCertificate } = running().emulator;
  const form = new URLSearchParams();
  const all = {
    grant_type: 'client_credentials',
    client_id: CLIENT_ID,
    scope: 'https://warehouse.example/.default',
    ...fields,
  };
  for (const [name, value] of Object.entries(all)) if (value !== undefined) form.set(name, value);
  const { status, body } = await send(`${entra.origin}/adfs/oauth2/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    ca: caCertificate,
  });
  const parsed: Record<string, unknown> = JSON.parse(body);
  return { status, body: parsed };
}

async function get(url: string) {
  return JSON.parse((await send(url, { ca: running().emulator.caCertificate })).body);
}
