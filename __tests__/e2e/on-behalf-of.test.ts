import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { platforms } from './platforms.js';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.end());

describe.each(platforms)('%s', (_name, inJob, run) => {
  test('an API goes on to the next one on behalf of the user who called it', async () => {
    const { emulator, sample } = world;
    const session = emulator.entra.issueRefreshToken({ client: sample.publicClient, user: sample.user });
    const asUser = {
      inputs: { 'client-id': sample.publicClientId, scope: sample.middleTierScope },
      secrets: { 'refresh-token': session },
    };
    await inJob(world, run, asUser, async ({ output }) => {
      const assertion = output('access-token') ?? '';
      const onBehalf = {
        inputs: { 'client-id': sample.middleTierClientId, scope: 'api://inventory/Items.Read' },
        secrets: { 'user-assertion': assertion, 'client-secret': sample.middleTierSecret },
      };
      world.countRequests();
      await inJob(world, run, onBehalf, async ({ got, callApi }) => {
        expect(got.outcome).toBe('success');
        expect(world.countRequests()).toEqual({ issuer: 0, entra: 1 });
        expect(got.log).toContain('Roles or scopes: Items.Read');
        expect((await callApi()).log).toContain('"name":"Anvil"');
      });
    });
  });
});
