import { ManagedIdentityApplication } from '@azure/msal-node';
import { send } from '@entra-token/emulator';
import { expect, test } from '@jest/globals';
import { useEmulator } from './running-emulator.js';

const running = useEmulator();

// MSAL finds out once in a process where it runs, so every kind of host has a file of its own.
test('MSAL gets tokens of both kinds of managed identity on a virtual machine', async () => {
  const { emulator, sample } = running();
  Object.assign(process.env, emulator.managedIdentity.environments.imds);
  const { userAssigned } = sample.managedIdentities;
  const clients = [
    new ManagedIdentityApplication(),
    new ManagedIdentityApplication({
      managedIdentityIdParams: { userAssignedClientId: userAssigned.application.clientId },
    }),
  ];
  for (const client of clients) {
    const { accessToken, expiresOn } = await client.acquireToken({ resource: 'api://inventory' });
    const headers = { Authorization: `Bearer ${accessToken}` };
    expect((await send(sample.apiUrl, { headers, ca: emulator.caCertificate })).status).toBe(200);
    expect(expiresOn?.getTime()).toBeGreaterThan(Date.now() + 23 * 60 * 60 * 1000);
  }
  const [first, second] = emulator.managedIdentity.requests;
  expect(emulator.managedIdentity.requests).toHaveLength(2);
  expect(first?.query).not.toHaveProperty('client_id');
  expect(second?.query).toMatchObject({ client_id: userAssigned.application.clientId });
});
