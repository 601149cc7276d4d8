import { send } from '@entra-token/emulator';
import { describe, expect, test } from '@jest/globals';
import { useEmulator } from './running-emulator.js';

const running = useEmulator({ hostNames: ['login.example.com'] });

describe('the OpenID configuration', () => {
  test('of a tenant names its id, however it was asked for', async () => {
    const { emulator, sample } = running();
    const base = `${emulator.entra.origin}/${sample.tenantId}`;
    const { status, body } = await get(`/${sample.domain}/v2.0/.well-known/openid-configuration`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      issuer: `${base}/v2.0`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
    });
  });

  test('of no tenant in particular leaves its place open', async () => {
    const { body } = await get('/common/v2.0/.well-known/openid-configuration');
    expect(body).toMatchObject({ issuer: `${running().emulator.entra.origin}/{tenantid}/v2.0` });
  });

  test('of an unknown tenant is refused', async () => {
    const { status, body } = await get(`/${crypto.randomUUID()}/v2.0/.well-known/openid-configuration`);
    expect({ status, codes: body['error_codes'] }).toEqual({ status: 400, codes: [90002] });
  });
});

describe('instance discovery', () => {
  test.each(['localhost', 'login.example.com'])('knows %s', async host => {
    const { emulator } = running();
    const { status, body } = await discover(`https://${host}/contoso.example/oauth2/v2.0/authorize`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      tenant_discovery_endpoint: `${emulator.entra.origin}/contoso.example/v2.0/.well-known/openid-configuration`,
      metadata: [{ preferred_network: new URL(emulator.entra.origin).host }],
    });
  });

  test.each(['https://login.unknown.example/common/oauth2/v2.0/authorize', 'no address', ''])(
    'refuses %p',
    async endpoint => {
      const { status, body } = await discover(endpoint);
      expect({ status, error: body['error'], codes: body['error_codes'] }).toEqual({
        status: 400,
        error: 'invalid_instance',
        codes: [50049],
      });
    },
  );

  function discover(endpoint: string) {
    const query = new URLSearchParams({ 'api-version': '1.1', authorization_endpoint: endpoint });
    return get(`/common/discovery/instance?${query}`);
  }
});

test('whatever else is asked for is not there', async () => {
  const { emulator, sample } = running();
  const { status } = await send(`${emulator.entra.origin}/${sample.tenantId}/oauth2/v2.0/authorize`, {
    ca: emulator.caCertificate,
  });
  expect(status).toBe(404);
});

async function get(path: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const { entra, caCertificate } = running().emulator;
  const { status, body } = await send(entra.origin + path, { ca: caCertificate });
  return { status, body: JSON.parse(body) };
}
