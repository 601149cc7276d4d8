import { send } from '@entra-token/emulator';
import { describe, expect, test } from '@jest/globals';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { useEmulator } from './running-emulator.js';
import { claimsOf, requestToken } from './token-request.js';

const running = useEmulator();

describe('an access token', () => {
  test('for a resource that wants version 2 has its claims, and no others', async () => {
    const { emulator, sample } = running();
    const { tenantId, tenant, application } = sample;
    const claims = claimsOf(await requestToken(running(), { client_secret: sample.clientSecret }));
    const { objectId } = emulator.directory.servicePrincipal(tenant, application);
    expect(Object.keys(claims).sort().join(' ')).toBe(
      'aio aud azp azpacr exp iat iss nbf oid rh roles sub tid uti ver xms_ftd',
    );
    expect(claims).toMatchObject({
      ver: '2.0',
      iss: `${emulator.entra.origin}/${tenantId}/v2.0`,
      aud: sample.inventory.clientId,
      azp: sample.clientId,
      azpacr: '1',
      tid: tenantId,
      oid: objectId,
      sub: objectId,
      roles: ['Items.Read'],
    });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(3900);
  });

  test('for Microsoft Graph has the claims of version 1, and the audience that was asked for', async () => {
    const { emulator, sample } = running();
    const claims = claimsOf(
      await requestToken(running(), {
        scope: 'https://graph.microsoft.com//.default',
        client_secret: sample.clientSecret,
      }),
    );
    expect(claims).toMatchObject({
      ver: '1.0',
      iss: `${emulator.entra.origin}/${sample.tenantId}/`,
      aud: 'https://graph.microsoft.com/',
      appid: sample.clientId,
      appidacr: '1',
      idtyp: 'app',
    });
  });

  test('for a client without a role has no roles claim', async () => {
    const { emulator, sample } = running();
    const { clientId } = emulator.directory.addApplication(sample.tenant, { secrets: [{ value: 's' }] });
    const claims = claimsOf(await requestToken(running(), { client_id: clientId, client_secret: 's' }));
    expect(claims).not.toHaveProperty('roles');
  });

  test('is signed with a key that the tenant publishes', async () => {
    const { emulator, sample } = running();
    const { body } = await requestToken(running(), { client_secret: sample.clientSecret });
    const token = String(body['access_token']);
    const keys = await send(`${emulator.entra.origin}/${sample.tenantId}/discovery/v2.0/keys`, {
      ca: emulator.caCertificate,
    });
    await expect(jwtVerify(token, createLocalJWKSet(JSON.parse(keys.body)))).resolves.toBeDefined();
    expect(decodeProtectedHeader(token)).toEqual({ typ: 'JWT', alg: 'RS256', kid: expect.any(String) });
  });
});
