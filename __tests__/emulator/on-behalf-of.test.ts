import { describe, expect, test } from '@jest/globals';
import { decodeJwt, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { useEmulator } from './running-emulator.js';
import { claimsOf, refusalOf, requestToken, requestUserToken } from './token-request.js';

let offset = 0;
const running = useEmulator({ clock: () => new Date(Date.now() + offset) });

test("a user's token for the middle tier brings it one for another API, for the same user", async () => {
  const { sample } = running();
  const answer = await exchange(await userToken());
  expect(answer.body['scope']).toBe('api://inventory/Items.Read');
  expect(claimsOf(answer)).toMatchObject({
    aud: sample.inventory.clientId,
    azp: sample.middleTierClientId,
    azpacr: '1',
    oid: sample.user.objectId,
    scp: 'Items.Read',
  });
});

test('the token may have version 1, and name the middle tier by its URI', async () => {
  const { sample } = running();
  const scopes = ['access_as_user'];
  const middleTier = running().emulator.directory.addApplication(sample.tenant, {
    identifierUris: ['api://old'],
    requestedAccessTokenVersion: 1,
    secrets: [{ value: 's' }],
    scopes,
  });
  const token = await userToken('api://old/access_as_user');
  const answer = await exchange(token, { client_id: middleTier.clientId, client_secret: 's' });
  expect(decodeJwt(token).aud).toBe('api://old');
  expect(answer.status).toBe(200);
});

describe('the assertion is refused', () => {
  test('when it is for another API', async () => {
    const answer = await exchange(await userToken('api://inventory/Items.Read'));
    expect(refusalOf(answer)).toEqual(invalidGrant(500131));
    expect(answer.body['error_description']).toContain(running().sample.inventory.clientId);
  });

  test('when it has expired', async () => {
    const token = await userToken();
    offset = (3600 + 310) * 1000;
    const answer = await exchange(token).finally(() => {
      offset = 0;
    });
    expect(refusalOf(answer)).toEqual(invalidGrant(500133));
  });

  test('when it speaks for an application', async () => {
    const { body } = await requestToken(running(), {
      client_secret: running().sample.clientSecret,
      scope: 'api://orders/.default',
    });
    expect(refusalOf(await exchange(String(body['access_token'])))).toEqual(invalidGrant(7000114));
  });

  test('when it is an ID token, even of the middle tier', async () => {
    const { sample } = running();
    const { body } = await requestUserToken(running(), {
      client_id: sample.middleTierClientId,
      client_secret: sample.middleTierSecret,
      scope: 'openid',
    });
    expect(refusalOf(await exchange(String(body['id_token'])))).toEqual(invalidGrant(240002));
  });

  test('when somebody else signed it', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const forged = new SignJWT(decodeJwt(await userToken())).setProtectedHeader({ alg: 'RS256', kid: 'x' });
    expect(refusalOf(await exchange(await forged.sign(privateKey)))).toEqual(invalidGrant(50013));
  });

  test('when it is not signed', async () => {
    const unsigned = new UnsecuredJWT(decodeJwt(await userToken())).encode();
    expect(refusalOf(await exchange(unsigned))).toEqual(invalidGrant(50013));
  });

  test('when another tenant issued it', async () => {
    const { emulator, sample } = running();
    const tenant = emulator.directory.addTenant();
    const user = emulator.directory.addUser(tenant, { userPrincipalName: 'a@fabrikam.example' });
    for (const application of [sample.middleTier, sample.publicClient]) {
      emulator.directory.addServicePrincipal(tenant, application);
    }
    const refresh_token = emulator.entra.issueRefreshToken({ client: sample.publicClient, user });
    const { body } = await requestUserToken(
      { emulator, sample: { ...sample, tenantId: tenant.id } },
      { grant_type: 'refresh_token', refresh_token, scope: sample.middleTierScope },
    );
    expect(decodeJwt(String(body['access_token']))).toMatchObject({ aud: sample.middleTierClientId, tid: tenant.id });
    expect(refusalOf(await exchange(String(body['access_token'])))).toEqual(invalidGrant(50013));
  });

  test('when the user was disabled meanwhile', async () => {
    const { emulator, sample } = running();
    const user = emulator.directory.addUser(sample.tenant, { userPrincipalName: `leaver@${sample.domain}` });
    const { body } = await requestUserToken(running(), {
      username: user.userPrincipalName,
      password: user.password,
      scope: sample.middleTierScope,
    });
    user.disabled = true;
    expect(refusalOf(await exchange(String(body['access_token'])))).toEqual(invalidGrant(50057));
  });

  test('when it is no JWT', async () => {
    expect(refusalOf(await exchange('anything'))).toEqual({ status: 400, error: 'invalid_request', codes: [50027] });
  });
});

describe('the request is refused', () => {
  test.each([
    [{ client_secret: undefined }, 7000218],
    [{ client_secret: 'wrong' }, 7000215],
    [{ requested_token_use: undefined }, 900144],
    [{ requested_token_use: 'any' }, 9002313],
    [{ assertion: undefined }, 900144],
    [{ scope: undefined }, 900144],
    [{ scope: 'api://inventory/Items.Delete' }, 650053],
  ])('with %p', async (fields, code) => {
    expect(refusalOf(await exchange(await userToken(), fields))).toMatchObject({ codes: [code] });
  });

  test('of a public client', async () => {
    const { emulator, sample } = running();
    const settings = { identifierUris: ['api://public'], scopes: ['access_as_user'], publicClient: true };
    const { clientId } = emulator.directory.addApplication(sample.tenant, settings);
    const token = await userToken('api://public/access_as_user');
    const answer = await exchange(token, { client_id: clientId, client_secret: undefined });
    expect(refusalOf(answer)).toEqual({ status: 401, error: 'invalid_client', codes: [7000218] });
  });

  test('without consent for the other API', async () => {
    const { emulator, sample } = running();
    const middleTier = emulator.directory.addApplication(sample.tenant, {
      identifierUris: ['api://lonely'],
      scopes: ['access_as_user'],
      secrets: [{ value: 's' }],
    });
    emulator.directory.servicePrincipal(sample.tenant, middleTier).consents = [];
    const answer = await exchange(await userToken('api://lonely/access_as_user'), {
      client_id: middleTier.clientId,
      client_secret: 's',
    });
    expect(refusalOf(answer)).toEqual(invalidGrant(65001));
  });
});

async function userToken(scope = running().sample.middleTierScope): Promise<string> {
  return String((await requestUserToken(running(), { scope })).body['access_token']);
}

function exchange(assertion: string, fields: Record<string, string | undefined> = {}) {
  const { sample } = running();
  return requestUserToken(running(), {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    client_id: sample.middleTierClientId,
    client_secret: sample.middleTierSecret,
    username: undefined,
    password: undefined,
    assertion,
    ...fields,
  });
}

function invalidGrant(code: number) {
  return { status: 400, error: 'invalid_grant', codes: [code] };
}
