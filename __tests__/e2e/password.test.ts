import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { platforms } from './platforms.js';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.end());

describe.each(platforms)('%s', (_name, inJob, run) => {
  test('a user name and a password get a token, with a warning of what they cannot do', async () => {
    const { user, publicClientId } = world.sample;
    const given = {
      inputs: { 'client-id': publicClientId, username: user.userPrincipalName, scope: 'api://inventory/Items.Read' },
      secrets: { password: user.password },
    };
    world.countRequests();
    await inJob(world, run, given, async ({ got, output, callApi }) => {
      expect(got.outcome).toBe('success');
      expect(world.countRequests()).toEqual({ issuer: 0, entra: 1 });
      expect(got.annotations).toEqual([
        expect.objectContaining({ level: 'warning', message: expect.stringContaining('MFA') }),
      ]);
      expect(output('refresh-token')).toBeDefined();
      expect((await callApi()).log).toContain('"name":"Anvil"');
    });
  });

  test('a user who needs more than a password is refused with the code', async () => {
    const { user, publicClientId } = world.sample;
    const given = {
      inputs: { 'client-id': publicClientId, username: user.userPrincipalName, scope: 'graph' },
      secrets: { password: user.password },
    };
    user.mfaRequired = true;
    try {
      await inJob(world, run, given, async ({ got }) => {
        expect(got.outcome).toBe('failure');
        expect(got.log).toContain('AADSTS50076');
      });
    } finally {
      user.mfaRequired = false;
    }
  });
});
