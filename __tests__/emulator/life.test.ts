import { connect } from 'node:tls';
import { send, startEmulator } from '@entra-token/emulator';
import { expect, test } from '@jest/globals';

test('every listener has an origin of its own, with a certificate from the one authority', async () => {
  const { entra, github, azureDevOps, api, managedIdentity, caCertificate, close } = await startEmulator();
  const origins = [entra, github, azureDevOps, api, managedIdentity].map(({ origin }) => origin);
  const statuses = await Promise.all(origins.map(async origin => (await send(origin, { ca: caCertificate })).status));
  await close();
  expect(new Set(origins).size).toBe(5);
  expect(statuses).toEqual([404, 404, 404, 404, 404]);
});

test('clients that do not trust the authority do not get through', async () => {
  const emulator = await startEmulator();
  const another = await startEmulator();
  const request = send(emulator.entra.origin, { ca: another.caCertificate });
  await expect(request).rejects.toThrow(/certificate|self-signed|unable to verify|signature/i);
  await Promise.all([emulator.close(), another.close()]);
});

test('close ends connections that are open, and frees the ports', async () => {
  const { entra, caCertificate, close } = await startEmulator();
  const { port } = new URL(entra.origin);
  const socket = connect({ host: 'localhost', port: Number(port), ca: caCertificate });
  await new Promise(resolve => socket.once('secureConnect', resolve));
  const ended = new Promise(resolve => socket.once('close', resolve));
  await close();
  await ended;

  const again = await startEmulator({ ports: { entra: Number(port) } });
  expect(again.entra.origin).toBe(entra.origin);
  await again.close();
});
