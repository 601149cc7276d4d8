import { describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { askAppService, type IdentityRequestChanges } from './identity-request.js';
import { useEmulator } from './running-emulator.js';

const running = useEmulator();

describe('the endpoint of App Service', () => {
  test('hands out a token to those who know the header', async () => {
    const { emulator, sample } = running();
    const { userAssigned } = sample.managedIdentities;
    const { status, body } = await askAppService(running(), {
      query: { client_id: userAssigned.application.clientId },
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      client_id: userAssigned.application.clientId,
      expires_on: String(decodeJwt(String(body['access_token'])).exp),
      resource: 'api://inventory',
      token_type: 'Bearer',
    });
    expect(emulator.issued.hostSecrets).toContain(emulator.managedIdentity.environments.appService.IDENTITY_HEADER);
  });

  test.each<[string, IdentityRequestChanges, number]>([
    ['without the header', { headers: {} }, 401],
    ['with another header', { headers: { 'X-IDENTITY-HEADER': 'wrong' } }, 401],
    ['without a version', { query: { 'api-version': '' } }, 400],
    ['without a resource', { query: { resource: '' } }, 400],
    ['for an unknown resource', { query: { resource: 'api://nothing' } }, 400],
    ['for an unknown identity', { query: { client_id: crypto.randomUUID() } }, 400],
  ])('refuses a request %s', async (_name, changes, statusCode) => {
    const { status, body } = await askAppService(running(), changes);
    expect(status).toBe(statusCode);
    expect(body).toEqual({ statusCode, message: expect.any(String), correlationId: expect.any(String) });
  });
});
