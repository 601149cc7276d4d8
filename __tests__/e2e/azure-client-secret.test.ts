import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { app, connection, inPipeline } from './pipeline.js';
import { runs } from './runs.js';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.end());

describe.each(runs)('Azure Pipelines on %s', (_name, run) => {
  test('a client secret gets a token with one request, and the next step calls the API with it', async () => {
    world.countRequests();
    await inPipeline(world, run, async ({ getToken, callApi }) => {
      const got = await getToken({ ...app(world), clientSecret: '$(clientSecret)' });
      expect(got.log).toContain('Got the token');
      expect(got.outcome).toBe('success');
      expect(got.rawStderr).toBe('');
      expect(world.countRequests()).toEqual({ issuer: 0, entra: 1 });

      const [token] = world.emulator.issued.accessTokens.slice(-1);
      expect(got.outputs).toEqual({
        accessToken: token,
        authorizationHeader: `Bearer ${token}`,
        tokenType: 'Bearer',
        expiresOn: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        expiresIn: expect.stringMatching(/^359\d$/),
        accessTokens: JSON.stringify({ [world.sample.scope]: token }),
      });
      expect([...got.secretOutputs].sort()).toEqual(['accessToken', 'accessTokens', 'authorizationHeader']);
      expect(got.summary).toContain('Items.Read');

      const called = await callApi();
      expect(called.outcome).toBe('success');
      expect(called.log).toContain('"name":"Anvil"');
    });
  });

  test('a service connection with a key gives tenant, client id, authority and secret', async () => {
    world.countRequests();
    await inPipeline(
      world,
      run,
      async ({ getToken, callApi }) => {
        const got = await getToken({ azureSubscription: 'production', authorityHost: '' });
        expect(got.log).toContain('Got the token');
        expect(got.outcome).toBe('success');
        expect(world.countRequests()).toEqual({ issuer: 0, entra: 1 });
        expect((await callApi()).log).toContain('"name":"Anvil"');
      },
      { connections: [connection(world, 'key')] },
    );
  });
});
