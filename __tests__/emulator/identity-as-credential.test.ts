import { describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { askMetadata } from './identity-request.js';
import { useEmulator } from './running-emulator.js';
import { claimsOf, refusalOf, requestToken, requestTokenWith } from './token-request.js';

const running = useEmulator();

describe("an identity's token for the exchange", () => {
  const resource = 'api://AzureADTokenExchange';

  test('signs an application in that trusts the identity', async () => {
    const { sample } = running();
    const { userAssigned } = sample.managedIdentities;
    const query = { resource, client_id: userAssigned.application.clientId };
    const { body } = await askMetadata(running(), { query });
    const assertion = String(body['access_token']);
    expect(decodeJwt(assertion)).toMatchObject({
      aud: 'fb60f99c-7a34-4190-8149-302f77469936',
      sub: userAssigned.servicePrincipal.objectId,
    });
    const answer = await requestTokenWith(running(), assertion);
    expect(claimsOf(answer)).toMatchObject({ azp: sample.clientId, azpacr: '2', roles: ['Items.Read'] });
  });

  test('signs no application in that does not trust this identity', async () => {
    const { body } = await askMetadata(running(), { query: { resource } });
    const answer = await requestTokenWith(running(), String(body['access_token']));
    expect(refusalOf(answer)).toEqual({ status: 401, error: 'invalid_client', codes: [700213] });
  });

  test('for another resource is no assertion', async () => {
    const { clientId } = running().sample.managedIdentities.userAssigned.application;
    const { body } = await askMetadata(running(), { query: { client_id: clientId } });
    const answer = await requestTokenWith(running(), String(body['access_token']));
    expect(refusalOf(answer)).toEqual({ status: 401, error: 'invalid_client', codes: [700212] });
  });

  test("cannot be replaced by an application's token", async () => {
    const { emulator, sample } = running();
    const other = emulator.directory.addApplication(sample.tenant, { secrets: [{ value: 's' }] });
    sample.application.federatedCredentials.push({
      name: 'other',
      issuer: `${emulator.entra.origin}/${sample.tenantId}/v2.0`,
      subject: emulator.directory.servicePrincipal(sample.tenant, other).objectId,
      audiences: [resource],
    });
    const { body } = await requestToken(running(), {
      client_id: other.clientId,
      client_secret: 's',
      scope: `${resource}/.default`,
    });
    const answer = await requestTokenWith(running(), String(body['access_token']));
    expect(refusalOf(answer)).toEqual({ status: 401, error: 'invalid_client', codes: [700222] });
  });
});
