import { send } from '@entra-token/emulator';
import { afterEach, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { askMetadata, type IdentityRequestChanges } from './identity-request.js';
import { useEmulator } from './running-emulator.js';

const running = useEmulator();

afterEach(() => {
  const { systemAssigned, userAssigned } = running().sample.managedIdentities;
  running().emulator.managedIdentity.assign([systemAssigned, userAssigned]);
});

describe('the Instance Metadata Service', () => {
  test('hands out a token that the API accepts, with every value as text', async () => {
    const { emulator, sample } = running();
    const { systemAssigned } = sample.managedIdentities;
    const { status, body } = await askMetadata(running());
    const claims = decodeJwt(String(body['access_token']));
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      client_id: systemAssigned.application.clientId,
      expires_in: '86399',
      expires_on: String(claims.exp),
      ext_expires_in: '86399',
      not_before: String(claims.nbf),
      resource: 'api://inventory',
      token_type: 'Bearer',
    });
    expect(claims).toMatchObject({
      iss: `${emulator.entra.origin}/${sample.tenantId}/v2.0`,
      oid: systemAssigned.servicePrincipal.objectId,
      azp: systemAssigned.application.clientId,
      azpacr: '2',
      roles: ['Items.Read'],
      xms_mirid: systemAssigned.resourceId,
    });
    expect(emulator.issued.accessTokens).toContain(body['access_token']);
    const headers = { Authorization: `Bearer ${body['access_token']}` };
    expect((await send(sample.apiUrl, { headers, ca: emulator.caCertificate })).status).toBe(200);
  });

  test('finds a user-assigned identity by each of its names', async () => {
    const { application, servicePrincipal, resourceId } = running().sample.managedIdentities.userAssigned;
    const names = {
      client_id: application.clientId.toUpperCase(),
      object_id: servicePrincipal.objectId,
      msi_res_id: resourceId,
    };
    for (const [name, value] of Object.entries(names)) {
      const { body } = await askMetadata(running(), { query: { [name]: value } });
      expect(body['client_id']).toBe(application.clientId);
    }
  });

  test('takes the only user-assigned identity, if there is no other', async () => {
    const { userAssigned } = running().sample.managedIdentities;
    running().emulator.managedIdentity.assign([userAssigned]);
    expect((await askMetadata(running())).body['client_id']).toBe(userAssigned.application.clientId);
  });

  test('does not choose between several', async () => {
    const { emulator, sample } = running();
    const another = emulator.directory.addManagedIdentity(sample.tenant, { kind: 'user-assigned' });
    emulator.managedIdentity.assign([sample.managedIdentities.userAssigned, another]);
    const { status, body } = await askMetadata(running());
    expect({ status, error: body['error'] }).toEqual({ status: 400, error: 'invalid_request' });
    expect(body['error_description']).toContain('Multiple');
    expect((await askMetadata(running(), { query: { client_id: another.application.clientId } })).status).toBe(200);
  });

  test.each([
    ['an unknown client id', () => ({ query: { client_id: crypto.randomUUID() } })],
    ['an identity of another host', () => ({ query: { client_id: running().sample.clientId } })],
  ])('does not know %s', async (_name, changes) => {
    const { status, body } = await askMetadata(running(), changes());
    expect(status).toBe(400);
    expect(body).toEqual({ error: 'invalid_request', error_description: 'Identity not found' });
  });

  test('has no identity to offer where none is assigned', async () => {
    running().emulator.managedIdentity.assign([]);
    expect((await askMetadata(running())).body['error_description']).toBe('Identity not found');
  });

  test.each<[string, IdentityRequestChanges, number, string | undefined]>([
    ['without the header', { headers: {} }, 400, 'invalid_request'],
    ['with another header', { headers: { Metadata: 'false' } }, 400, 'invalid_request'],
    ['without a version', { query: { 'api-version': '' } }, 400, 'bad_request'],
    ['with the version of Azure Arc', { query: { 'api-version': '2020-06-01' } }, 400, 'bad_request'],
    ['without a resource', { query: { resource: '' } }, 400, 'invalid_resource'],
    ['for an unknown resource', { query: { resource: 'api://nothing' } }, 400, 'invalid_resource'],
    ['by POST', { method: 'POST' }, 405, undefined],
  ])('refuses a request %s', async (_name, changes, status, error) => {
    const answer = await askMetadata(running(), changes);
    expect({ status: answer.status, error: answer.body['error'] }).toEqual({ status, error });
    expect(answer.body['access_token']).toBeUndefined();
  });
});

test('the site speaks plain HTTP on the loopback address, and knows nothing else', async () => {
  const { origin } = running().emulator.managedIdentity;
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await send(`${origin}/metadata/instance`, { headers: { Metadata: 'true' } })).status).toBe(404);
});
