import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { send, startEmulator } from '@entra-token/emulator';
import { afterAll, describe, expect, test } from '@jest/globals';
import { askArc, type IdentityRequestChanges } from './identity-request.js';
import { useEmulator } from './running-emulator.js';

const arcKeyDirectory = mkdtempSync(join(tmpdir(), 'entra-arc-'));
const running = useEmulator({ arcKeyDirectory });
const withoutArc = useEmulator();

afterAll(() => rmSync(arcKeyDirectory, { recursive: true }));

describe('the endpoint of Azure Arc', () => {
  test('wants the key from a file that it has written, and hands out a token for it once', async () => {
    const challenge = await askArc(running());
    const path = /^Basic realm=(.+\.key)$/.exec(challenge.wwwAuthenticate)?.[1] ?? '';
    expect(challenge.status).toBe(401);
    expect(path.startsWith(arcKeyDirectory)).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const key = readFileSync(path, 'utf8');
    expect(running().emulator.issued.hostSecrets).toContain(key);

    const first = await askArc(running(), { headers: { Metadata: 'true', Authorization: `Basic ${key}` } });
    const second = await askArc(running(), { headers: { Metadata: 'true', Authorization: `Basic ${key}` } });
    expect(first.status).toBe(200);
    expect(first.body['client_id']).toBe(running().sample.managedIdentities.systemAssigned.application.clientId);
    expect(readdirSync(arcKeyDirectory)).not.toContain(path.slice(arcKeyDirectory.length + 1));
    expect(second.status).toBe(401);
  });

  test('does not take a key that it has not written', async () => {
    const { status, body } = await askArc(running(), { headers: { Metadata: 'true', Authorization: 'Basic wrong' } });
    expect({ status, token: body['access_token'] }).toEqual({ status: 401, token: undefined });
  });

  test.each<[string, IdentityRequestChanges]>([
    ['without the header', { headers: {} }],
    ['with the version of the Instance Metadata Service', { query: { 'api-version': '2018-02-01' } }],
    ['without a resource', { query: { resource: '' } }],
  ])('refuses a request %s, and writes no key', async (_name, changes) => {
    const before = readdirSync(arcKeyDirectory);
    expect((await askArc(running(), changes)).status).toBe(400);
    expect(readdirSync(arcKeyDirectory)).toEqual(before);
  });

  test('is not there without a directory for the keys', async () => {
    const { IDENTITY_ENDPOINT } = withoutArc().emulator.managedIdentity.environments.azureArc;
    expect((await send(IDENTITY_ENDPOINT, { headers: { Metadata: 'true' } })).status).toBe(404);
  });
});

test('key files do not outlive the emulator', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'entra-arc-'));
  const emulator = await startEmulator({ arcKeyDirectory: directory });
  const url = new URL(emulator.managedIdentity.environments.azureArc.IDENTITY_ENDPOINT);
  url.search = new URLSearchParams({ 'api-version': '2020-06-01', resource: 'any' }).toString();
  await send(url, { headers: { Metadata: 'true' } });
  const during = readdirSync(directory).length;
  await emulator.close();
  const after = readdirSync(directory).length;
  rmSync(directory, { recursive: true });
  expect({ during, after }).toEqual({ during: 1, after: 0 });
});
