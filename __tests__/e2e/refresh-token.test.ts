import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { platforms } from './platforms.js';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.end());

describe.each(platforms)('%s', (_name, inJob, run) => {
  test('a refresh token of a user gets a token, and is rotated', async () => {
    const { emulator, sample } = world;
    const old = emulator.entra.issueRefreshToken({ client: sample.publicClient, user: sample.user });
    const given = {
      inputs: { 'client-id': sample.publicClientId, scope: 'api://inventory/Items.Read api://inventory/Items.Write' },
      secrets: { 'refresh-token': old },
    };
    world.countRequests();
    await inJob(world, run, given, async ({ got, output, callApi }) => {
      expect(got.log).toContain('Roles or scopes: Items.Read Items.Write');
      expect(got.outcome).toBe('success');
      expect(world.countRequests()).toEqual({ issuer: 0, entra: 1 });
      expect(output('refresh-token')).toBe(emulator.issued.refreshTokens.at(-1));
      expect(output('refresh-token')).not.toBe(old);
      expect((await callApi()).log).toContain('"name":"Anvil"');
    });
  });

  test('a confidential client adds its secret', async () => {
    const { emulator, sample } = world;
    const token = emulator.entra.issueRefreshToken({ client: sample.application, user: sample.user });
    const given = {
      inputs: { scope: 'graph' },
      secrets: { 'refresh-token': token, 'client-secret': sample.clientSecret },
    };
    await inJob(world, run, given, async ({ got, callApi }) => {
      expect(got.outcome).toBe('success');
      expect((await callApi(sample.meUrl)).log).toContain('Megan Bowen');
    });
  });

  test('one that was revoked is refused with its code', async () => {
    const { emulator, sample } = world;
    const token = emulator.entra.issueRefreshToken({ client: sample.publicClient, user: sample.user });
    emulator.entra.revokeRefreshToken(token);
    const given = {
      inputs: { 'client-id': sample.publicClientId, scope: 'graph' },
      secrets: { 'refresh-token': token },
    };
    await inJob(world, run, given, async ({ got }) => {
      expect(got.outcome).toBe('failure');
      expect(got.annotations).toHaveLength(1);
      expect(got.log).toContain('invalid_grant');
    });
  });
});
