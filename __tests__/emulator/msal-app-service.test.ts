import { ManagedIdentityApplication } from '@azure/msal-node';
import { send } from '@entra-token/emulator';
import { expect, test } from '@jest/globals';
import { useEmulator } from './running-emulator.js';

const running = useEmulator();

test('MSAL gets a token of a managed identity in App Service', async () => {
  const { emulator, sample } = running();
  Object.assign(process.env, emulator.managedIdentity.environments.appService);
  const { accessToken } = await new ManagedIdentityApplication().acquireToken({ resource: 'api://inventory' });
  const headers = { Authorization: `Bearer ${accessToken}` };
  expect((await send(sample.apiUrl, { headers, ca: emulator.caCertificate })).status).toBe(200);
  expect(emulator.managedIdentity.requests).toMatchObject([{ path: '/msi/token', status: 200 }]);
});
