import { send } from '@entra-token/emulator';
import { describe, expect, test } from '@jest/globals';
import { decodeJwt, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { useEmulator } from './running-emulator.js';
import { requestToken } from './token-request.js';

let offset = 0;
const running = useEmulator({ clock: () => new Date(Date.now() + offset) });

test('a token with the role is let in', async () => {
  const { status, body } = await call(`Bearer ${await accessToken()}`);
  expect({ status, items: JSON.parse(body) }).toEqual({ status: 200, items: [{ id: 1, name: 'Anvil' }] });
});

describe('401', () => {
  test('without a header names no error', async () => {
    const { status, challenge } = await call();
    expect({ status, challenge }).toEqual({ status: 401, challenge: 'Bearer' });
  });

  test.each(['Bearer', 'Bearer a b', 'Basic YTpi', 'eyJhbGciOi'])('for the header %p', async header => {
    const { status, challenge } = await call(header);
    expect(status).toBe(401);
    expect(challenge).toContain('error="invalid_request"');
  });

  test('for a token that is none', async () => {
    await expectInvalid('not-a-jwt', 'malformed');
  });

  test('for a token for another API, whose audience it tells', async () => {
    await expectInvalid(
      await accessToken({ scope: 'https://vault.azure.net/.default' }),
      /The (audience 'https:\/\/vault\.azure\.net'|issuer '.+') is invalid/,
    );
  });

  test('for a token for another API of the same version', async () => {
    const { emulator, sample } = running();
    const other = emulator.directory.addApplication(sample.tenant, { identifierUris: ['api://other'] });
    const token = await accessToken({ scope: 'api://other/.default' });
    await expectInvalid(token, `The audience '${other.clientId}' is invalid`);
  });

  test('for an expired token', async () => {
    const token = await accessToken();
    offset = 3_601_000;
    await expectInvalid(token, 'The token expired at').finally(() => {
      offset = 0;
    });
  });

  test('for a token that somebody else signed', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const forged = new SignJWT(decodeJwt(await accessToken())).setProtectedHeader({ alg: 'RS256', kid: 'x' });
    await expectInvalid(await forged.sign(privateKey), 'The signature key was not found');
  });

  test('for a token whose claims were changed', async () => {
    const [header, payload = '', signature] = (await accessToken()).split('.');
    const claims = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), roles: ['Items.Write'] };
    const changed = Buffer.from(JSON.stringify(claims)).toString('base64url');
    await expectInvalid([header, changed, signature].join('.'), 'The signature is invalid');
  });

  test('for an unsigned token', async () => {
    await expectInvalid(
      new UnsecuredJWT(decodeJwt(await accessToken())).encode(),
      'The signature algorithm is not allowed',
    );
  });

  async function expectInvalid(token: string, reason: string | RegExp): Promise<void> {
    const { status, challenge } = await call(`Bearer ${token}`);
    expect(status).toBe(401);
    expect(challenge).toMatch(/^Bearer error="invalid_token", error_description="[^"]+"$/);
    expect(challenge).toEqual(expect.stringMatching(reason));
  }
});

test('403 without the role', async () => {
  const { emulator, sample } = running();
  const { clientId } = emulator.directory.addApplication(sample.tenant, { secrets: [{ value: 's' }] });
  const { status, challenge } = await call(`Bearer ${await accessToken({ client_id: clientId, client_secret: 's' })}`);
  expect(status).toBe(403);
  expect(challenge).toContain('error="insufficient_scope"');
  expect(challenge).toContain('Items.Read');
});

test('a path for Azure Resource Manager takes tokens of version 1', async () => {
  const { emulator, sample } = running();
  const manager = emulator.directory.findResource(sample.tenant, 'https://management.azure.com');
  if (manager === undefined) throw new Error('The directory lacks Azure Resource Manager.');
  emulator.api.protect('/subscriptions', {
    tenant: sample.tenant,
    resource: manager.application,
    answer: { value: [] },
  });
  const token = await accessToken({ scope: 'https://management.core.windows.net//.default' });
  expect((await call(`Bearer ${token}`, '/subscriptions')).status).toBe(200);
});

test('other paths and methods are not there', async () => {
  const { api, caCertificate } = running().emulator;
  const posted = await send(running().sample.apiUrl, { method: 'POST', ca: caCertificate });
  const unknown = await send(`${api.origin}/api/unknown`, { ca: caCertificate });
  expect([posted.status, unknown.status]).toEqual([405, 404]);
});

test('429 with a time to wait, when one address asks too often', async () => {
  const { api } = running().emulator;
  api.setRateLimit({ requests: 2, perSeconds: 30 });
  const header = `Bearer ${await accessToken()}`;
  const statuses = [(await call(header)).status, (await call(header)).status];
  const refused = await call(header);
  offset = 31_000;
  const later = await call(header);
  offset = 0;
  api.setRateLimit(undefined);
  expect(statuses).toEqual([200, 200]);
  expect(refused).toMatchObject({ status: 429, retryAfter: '30' });
  expect(later.status).toBe(200);
});

async function accessToken(fields: Record<string, string> = {}): Promise<string> {
  const { body } = await requestToken(running(), { client_secret: running().sample.clientSecret, ...fields });
  return String(body['access_token']);
}

async function call(authorization?: string, path?: string) {
  const { emulator, sample } = running();
  const { status, headers, body } = await send(path === undefined ? sample.apiUrl : emulator.api.origin + path, {
    ...(authorization !== undefined && { headers: { Authorization: authorization } }),
    ca: emulator.caCertificate,
  });
  return { status, body, challenge: headers['www-authenticate'], retryAfter: headers['retry-after'] };
}
