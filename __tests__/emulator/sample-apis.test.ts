import { send } from '@entra-token/emulator';
import { describe, expect, test } from '@jest/globals';
import { useEmulator } from './running-emulator.js';
import { requestToken, requestUserToken } from './token-request.js';

const GRAPH = 'https://graph.microsoft.com/.default';
const running = useEmulator();

describe('the app store', () => {
  test('lets a client with the application permission in', async () => {
    const { appsUrl, appStoreScope } = running().sample;
    const { status, body } = await call(appsUrl, await appToken(appStoreScope));
    expect({ status, body }).toEqual({ status: 200, body: [{ id: 7, displayName: 'Company Portal' }] });
  });

  test('tells a missing permission from a wrong audience', async () => {
    const { emulator, sample } = running();
    const { clientId } = emulator.directory.addApplication(sample.tenant, { secrets: [{ value: 's' }] });
    const fields = { client_id: clientId, client_secret: 's', scope: sample.appStoreScope };
    const forbidden = await call(sample.appsUrl, String((await requestToken(running(), fields)).body['access_token']));
    const unauthorized = await call(sample.appsUrl, await appToken(sample.scope));
    expect(forbidden).toMatchObject({ status: 403, challenge: expect.stringContaining("'Api.Access'") });
    expect(unauthorized.status).toBe(401);
    expect(unauthorized.challenge).toContain(`The audience '${sample.inventory.clientId}' is invalid`);
  });

  test('tells a token of another tenant by its issuer', async () => {
    const { emulator, sample } = running();
    const tenant = emulator.directory.addTenant();
    for (const application of [sample.application, sample.appStore]) {
      emulator.directory.addServicePrincipal(tenant, application);
    }
    const there = { emulator, sample: { ...sample, tenantId: tenant.id } };
    const fields = { client_secret: sample.clientSecret, scope: sample.appStoreScope };
    const { body } = await requestToken(there, fields);
    const answer = await call(sample.appsUrl, String(body['access_token']));
    expect(answer.status).toBe(401);
    expect(answer.challenge).toContain(`The issuer '${emulator.entra.origin}/${tenant.id}/v2.0' is invalid`);
  });
});

describe('the inventory', () => {
  test('lets a user in with the delegated permission', async () => {
    expect((await call(running().sample.apiUrl, await userToken('api://inventory/Items.Read'))).status).toBe(200);
  });

  test('does not let a user in with another one', async () => {
    const answer = await call(running().sample.apiUrl, await userToken('api://inventory/Items.Write'));
    expect(answer).toMatchObject({ status: 403, challenge: expect.stringContaining('insufficient_scope') });
  });
});

describe('Microsoft Graph', () => {
  test("tells a user about oneself, with the short scope's token", async () => {
    const { meUrl, user } = running().sample;
    const { status, body } = await call(meUrl, await userToken('User.Read'));
    expect({ status, body }).toEqual({
      status: 200,
      body: { id: user.objectId, displayName: user.displayName, userPrincipalName: user.userPrincipalName },
    });
  });

  test('cannot tell an application about itself', async () => {
    expect((await call(running().sample.meUrl, await appToken(GRAPH))).status).toBe(400);
  });

  test('lists users for applications and users with the permission, and for no others', async () => {
    const { usersUrl, user } = running().sample;
    const tokens = [await appToken(GRAPH), await userToken('User.Read.All'), await userToken('User.Read')];
    const [application, allowed, refused] = await Promise.all(tokens.map(token => call(usersUrl, token)));
    expect(application?.body).toEqual({ value: [{ id: user.objectId, displayName: user.displayName }] });
    expect(allowed?.body).toEqual(application?.body);
    expect(refused).toMatchObject({ status: 403, challenge: expect.stringContaining("'User.Read.All'") });
  });
});

test('a redirection leads to another origin, where it shows whether a token was sent on', async () => {
  const { emulator, sample } = running();
  const headers = { Authorization: `Bearer ${await appToken(sample.scope)}` };
  const redirection = await send(sample.redirectUrl, { headers, ca: emulator.caCertificate });
  const location = redirection.headers.location ?? '';
  expect(redirection.status).toBe(302);
  expect(new URL(location).origin).toBe(emulator.elsewhere.origin);
  expect(emulator.elsewhere.requests).toHaveLength(0);

  await send(location, { ca: emulator.caCertificate });
  await send(location, { headers, ca: emulator.caCertificate });
  expect(emulator.elsewhere.requests).toMatchObject([
    { path: '/api/items', status: 200, hasAuthorization: false },
    { path: '/api/items', status: 200, hasAuthorization: true },
  ]);
});

async function appToken(scope: string): Promise<string> {
  const { body } = await requestToken(running(), { client_secret: running().sample.clientSecret, scope });
  return String(body['access_token']);
}

async function userToken(scope: string): Promise<string> {
  return String((await requestUserToken(running(), { scope })).body['access_token']);
}

async function call(url: string, token: string) {
  const { status, headers, body } = await send(url, {
    headers: { Authorization: `Bearer ${token}` },
    ca: running().emulator.caCertificate,
  });
  return { status, challenge: headers['www-authenticate'], body: JSON.parse(body) };
}
