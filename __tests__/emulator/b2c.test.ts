import { ConfidentialClientApplication } from '@azure/msal-node';
import { type Application, send, type Tenant } from '@entra-token/emulator';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { trusting } from './msal-client.js';
import { useEmulator } from './running-emulator.js';
import { claimsOf, postForm } from './token-request.js';

const SCOPE = 'https://customers.example/shop/.default';
const running = useEmulator();
let tenant: Tenant;
let client: Application;

beforeAll(() => {
  const { directory } = running().emulator;
  tenant = directory.addTenant({ domains: ['customers.example'], policies: ['b2c_1_signin'] });
  client = directory.addApplication(tenant, { secrets: [{ value: 's' }] });
  const resource = directory.addApplication(tenant, {
    identifierUris: ['https://customers.example/shop'],
    appRoles: ['Shop.Read'],
  });
  directory.assignRole(tenant, { client, resource, role: 'Shop.Read' });
});

describe('a policy of a B2C tenant', () => {
  test('issues a token, whatever the case of its name', async () => {
    const { origin } = running().emulator.entra;
    const answer = await ask({}, 'B2C_1_SignIn');
    expect(answer.status).toBe(200);
    expect(claimsOf(answer)).toMatchObject({
      iss: `${origin}/${tenant.id}/v2.0/`,
      azp: client.clientId,
      tfp: 'b2c_1_signin',
      roles: ['Shop.Read'],
    });
    expect(claimsOf(answer)).not.toHaveProperty('aio');
  });

  test.each([
    ['a wrong secret', { client_secret: 'wrong' }, 'AADB2C90081'],
    ['no secret', { client_secret: undefined }, 'AADB2C90079'],
    ['an unknown client', { client_id: crypto.randomUUID() }, 'AADB2C90068'],
    ['an unknown resource', { scope: 'https://customers.example/shoe/.default' }, 'AADB2C90117'],
    ['another grant', { grant_type: 'password' }, 'AADB2C90086'],
  ])('refuses %s with a code of its own, in the text only', async (_name, fields, code) => {
    const { status, body } = await ask(fields);
    expect(status).toBe(400);
    expect(body['error_description']).toMatch(new RegExp(`^${code}: `));
    expect(Object.keys(body)).toEqual(['error', 'error_description']);
  });

  test('publishes its configuration, and the keys that its tokens verify with', async () => {
    const { origin } = running().emulator.entra;
    const base = `${origin}/customers.example/b2c_1_signin`;
    const configuration = await get(`${base}/v2.0/.well-known/openid-configuration`);
    expect(configuration).toMatchObject({
      issuer: `${origin}/${tenant.id}/v2.0/`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
    });
    const keys = createLocalJWKSet(await get(`${base}/discovery/v2.0/keys`));
    const token = String((await ask({})).body['access_token']);
    await expect(jwtVerify(token, keys, { issuer: configuration.issuer })).resolves.toBeDefined();
  });

  test('that does not exist answers nothing, nor does one in another tenant', async () => {
    const { entra, caCertificate } = running().emulator;
    for (const path of ['customers.example/b2c_1_other', 'contoso.example/b2c_1_signin']) {
      const url = `${entra.origin}/${path}/v2.0/.well-known/openid-configuration`;
      expect((await send(url, { ca: caCertificate })).status).toBe(404);
    }
  });
});

test('MSAL gets a token from a policy', async () => {
  const { emulator } = running();
  const { origin } = emulator.entra;
  const msal = new ConfidentialClientApplication({
    auth: {
      clientId: client.clientId,
      clientSecret: 's',
      authority: `${origin}/customers.example/b2c_1_signin`,
      knownAuthorities: [new URL(origin).host],
    },
    system: { networkClient: trusting(emulator.caCertificate) },
  });
  const result = await msal.acquireTokenByClientCredential({ scopes: [SCOPE] });
  expect(decodeJwt(result?.accessToken ?? '')).toMatchObject({ tfp: 'b2c_1_signin' });
});

function ask(fields: Record<string, string | undefined>, policy = 'b2c_1_signin') {
  return postForm(running().emulator, `customers.example/${policy}`, {
    grant_type: 'client_credentials',
    client_id: client.clientId,
    client_secret: 's',
    scope: SCOPE,
    ...fields,
  });
}

async function get(url: string) {
  return JSON.parse((await send(url, { ca: running().emulator.caCertificate })).body);
}
