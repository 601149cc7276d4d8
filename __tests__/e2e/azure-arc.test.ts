import { accessSync, constants, mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createFolder } from '../folder.js';
import { platforms } from './platforms.js';
import { startWorld, type World } from './world.js';

/** The one folder whose keys are accepted; only a privileged user can make it. */
const realFolder = '/var/opt/azcmagent/tokens';
const isPrivileged = canWrite(realFolder);
const otherFolder = createFolder();

let world: World;
beforeAll(async () => {
  world = await startWorld({ arcKeyDirectory: isPrivileged ? realFolder : otherFolder.path });
});
afterAll(async () => {
  await world.end();
  otherFolder.remove();
});

function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

describe.each(platforms)('%s', (_name, inJob, run) => {
  test('the identity of an Arc-enabled server proves that it may read the key that the challenge names', async () => {
    const { azureArc } = world.emulator.managedIdentity.environments;
    const onServer = { ...world, machineEnv: { ...world.machineEnv, ...azureArc } };
    const given = { inputs: { credential: 'managed-identity', 'client-id': '', scope: 'api://inventory' } };
    await inJob(onServer, run, given, async ({ got, callApi }) => {
      if (isPrivileged) {
        expect(got.outcome).toBe('success');
        expect((await callApi()).log).toContain('"name":"Anvil"');
        return;
      }
      // Without the right to make that folder, the emulator's keys are elsewhere, and must not be taken.
      expect(got.outcome).toBe('failure');
      expect(got.log).toContain(`without a challenge that names a key in ${realFolder}`);
    });
  });
});
