import { describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { useEmulator } from './running-emulator.js';
import { claimsOf, refusalOf, requestUserToken } from './token-request.js';

const running = useEmulator();

describe('the scope', () => {
  test.each([
    ['api://inventory/Items.Read', 'Items.Read', 'api://inventory/Items.Read'],
    [
      'api://inventory/Items.Write api://inventory/Items.Read',
      'Items.Write Items.Read',
      'api://inventory/Items.Write api://inventory/Items.Read',
    ],
    [
      'api://inventory/.default',
      'Items.Read Items.Write',
      'api://inventory/Items.Read api://inventory/Items.Write api://inventory/.default',
    ],
    ['api://inventory/Items.Read openid profile offline_access', 'Items.Read', 'api://inventory/Items.Read'],
    ['User.Read Mail.Read', 'User.Read Mail.Read', 'User.Read Mail.Read'],
    ['openid User.Read offline_access', 'User.Read openid', 'User.Read openid'],
    ['https://graph.microsoft.com/User.Read', 'User.Read', 'https://graph.microsoft.com/User.Read'],
    ['openid', 'openid', 'openid'],
    [
      'https://management.core.windows.net//.default',
      'user_impersonation',
      'https://management.core.windows.net//user_impersonation https://management.core.windows.net//.default',
    ],
  ])('%s permits %s', async (scope, scp, answered) => {
    const answer = await requestUserToken(running(), { scope });
    expect(claimsOf(answer)).toMatchObject({ scp });
    expect(answer.body['scope']).toBe(answered);
  });

  test.each([
    ['api://inventory', 70011, 'invalid_scope'],
    [' ', 70011, 'invalid_scope'],
    ['api://inventory/', 70011, 'invalid_scope'],
    ['/.default', 70011, 'invalid_scope'],
    ['api://"inventory"/.default', 70011, 'invalid_scope'],
    ['api://inventory/.default api://inventory/Items.Read', 70011, 'invalid_scope'],
    ['api://inventory/Items.Read User.Read', 28000, 'invalid_request'],
    ['api://inventory/.default https://graph.microsoft.com/.default', 28000, 'invalid_request'],
    ['api://inventry/Items.Read', 500011, 'invalid_resource'],
    ['api://inventory/Items.Delete', 650053, 'invalid_client'],
    ['User.Reed', 650053, 'invalid_client'],
  ])('%p is refused with %d', async (scope, code, error) => {
    expect(refusalOf(await requestUserToken(running(), { scope }))).toEqual({ status: 400, error, codes: [code] });
  });
});

describe('a client with listed consents', () => {
  test('gets what was consented to, by name and by .default', async () => {
    const client_id = clientWithConsent(['Items.Read']);
    for (const name of ['Items.Read', '.default']) {
      const answer = await requestUserToken(running(), { client_id, scope: `api://inventory/${name}` });
      expect(claimsOf(answer)).toMatchObject({ scp: 'Items.Read' });
    }
  });

  test.each([
    'api://inventory/Items.Write',
    'api://inventory/Items.Read api://inventory/Items.Write',
    'User.Read',
    '.default',
  ])('does not get %s', async scope => {
    const answer = await requestUserToken(running(), { client_id: clientWithConsent(['Items.Read']), scope });
    expect(refusalOf(answer)).toEqual({ status: 400, error: 'invalid_grant', codes: [65001] });
    expect(answer.body['suberror']).toBe('consent_required');
  });

  function clientWithConsent(scopes: string[]): string {
    const { emulator, sample } = running();
    const client = emulator.directory.addApplication(sample.tenant, { publicClient: true });
    emulator.directory.consent(sample.tenant, { client, resource: sample.inventory, scopes });
    return client.clientId;
  }
});

describe('the answer holds', () => {
  test('a refresh token only with offline_access', async () => {
    const without = await requestUserToken(running());
    const { body } = await requestUserToken(running(), { scope: 'User.Read offline_access' });
    expect(without.body).not.toHaveProperty('refresh_token');
    expect(running().emulator.issued.refreshTokens).toContain(body['refresh_token']);
  });

  test('an ID token only with openid', async () => {
    const { emulator, sample } = running();
    const without = await requestUserToken(running(), { scope: 'User.Read profile' });
    const { body } = await requestUserToken(running(), { scope: 'User.Read openid' });
    expect(without.body).not.toHaveProperty('id_token');
    expect(emulator.issued.idTokens).toContain(body['id_token']);
    expect(decodeJwt(String(body['id_token']))).toMatchObject({
      aud: sample.publicClientId,
      iss: `${emulator.entra.origin}/${sample.tenantId}/v2.0`,
      preferred_username: sample.user.userPrincipalName,
      oid: sample.user.objectId,
    });
  });

  test('the client info that MSAL asks for', async () => {
    const { sample } = running();
    const without = await requestUserToken(running());
    const { body } = await requestUserToken(running(), { client_info: '1' });
    const info = JSON.parse(Buffer.from(String(body['client_info']), 'base64url').toString());
    expect(without.body).not.toHaveProperty('client_info');
    expect(info).toEqual({ uid: sample.user.objectId, utid: sample.tenantId });
  });
});

test('a token for Microsoft Graph has the claims of version 1', async () => {
  const { emulator, sample } = running();
  expect(claimsOf(await requestUserToken(running(), { scope: 'User.Read' }))).toMatchObject({
    ver: '1.0',
    iss: `${emulator.entra.origin}/${sample.tenantId}/`,
    aud: '00000003-0000-0000-c000-000000000000',
    appid: sample.publicClientId,
    appidacr: '0',
    idtyp: 'user',
    upn: sample.user.userPrincipalName,
  });
});

test("a user's subject differs from API to API", async () => {
  const subjects = await Promise.all(
    ['api://inventory/Items.Read', 'api://orders/access_as_user', 'User.Read'].map(
      async scope => claimsOf(await requestUserToken(running(), { scope })).sub,
    ),
  );
  expect(new Set(subjects).size).toBe(3);
  expect(subjects).not.toContain(running().sample.user.objectId);
});
