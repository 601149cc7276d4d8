import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { platforms } from './platforms.js';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.end());

describe.each(platforms)('%s', (_name, inJob, run) => {
  const onHost = (kind: 'imds' | 'appService'): World => ({
    ...world,
    machineEnv: { ...world.machineEnv, ...world.emulator.managedIdentity.environments[kind] },
  });

  test.each(['imds', 'appService'] as const)(
    'the system-assigned identity gets a token (%s), and Entra is not asked',
    async kind => {
      const given = {
        inputs: { credential: 'managed-identity', 'tenant-id': '', 'client-id': '', scope: 'api://inventory' },
      };
      world.countRequests();
      await inJob(onHost(kind), run, given, async ({ got, callApi }) => {
        expect(got.outcome).toBe('success');
        expect(world.countRequests()).toEqual({ issuer: 0, entra: 0 });
        expect((await callApi()).log).toContain('"name":"Anvil"');
      });
    },
  );

  test('a user-assigned identity is named by its client id', async () => {
    const { clientId } = world.sample.managedIdentities.userAssigned.application;
    const given = { inputs: { credential: 'managed-identity', 'client-id': clientId, scope: 'api://inventory' } };
    await inJob(onHost('imds'), run, given, async ({ got, callApi }) => {
      expect(got.outcome).toBe('success');
      expect((await callApi()).log).toContain('"name":"Anvil"');
    });
  });

  test('a user-assigned identity stands in as a federated credential of the app', async () => {
    const { clientId } = world.sample.managedIdentities.userAssigned.application;
    const given = { inputs: { 'managed-identity-client-id': clientId, scope: 'api://inventory' } };
    world.countRequests();
    await inJob(onHost('imds'), run, given, async ({ got, callApi }) => {
      expect(got.outcome).toBe('success');
      expect(world.countRequests()).toEqual({ issuer: 0, entra: 1 });
      expect((await callApi()).log).toContain('"name":"Anvil"');
    });
  });

  test("an identity that the machine does not have is refused in the endpoint's words", async () => {
    const given = {
      inputs: { credential: 'managed-identity', 'client-id': '00000000-1111-2222-3333-444444444444', scope: 'arm' },
    };
    await inJob(onHost('imds'), run, given, async ({ got }) => {
      expect(got.outcome).toBe('failure');
      expect(got.log).toMatch(/Its words: .*identity not found/i);
      expect(got.annotations).toEqual([
        expect.objectContaining({ message: expect.stringContaining('Check that an identity is assigned') }),
      ]);
    });
  });
});
