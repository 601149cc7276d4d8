import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runs } from './runs.js';
import { inWorkflow } from './workflow.js';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.end());

describe.each(runs)('GitHub Actions on %s', (_name, run) => {
  test('a client secret gets a token with one request, and the next step calls the API with it', async () => {
    world.countRequests();
    await inWorkflow(world, run, async ({ getToken, callApi }) => {
      const got = await getToken({ 'client-secret': '${{ secrets.CLIENT_SECRET }}' });
      expect(got.log).toContain('Got the token');
      expect(got.outcome).toBe('success');
      expect(got.rawStderr).toBe('');
      expect(world.countRequests()).toEqual({ issuer: 0, entra: 1 });

      const [token] = world.emulator.issued.accessTokens.slice(-1);
      expect(got.outputs).toEqual({
        'access-token': token,
        'authorization-header': `Bearer ${token}`,
        'token-type': 'Bearer',
        'expires-on': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        'expires-in': expect.stringMatching(/^359\d$/),
        'access-tokens': JSON.stringify({ [world.sample.scope]: token }),
      });

      const called = await callApi();
      expect(called.outcome).toBe('success');
      expect(called.log).toContain('"name":"Anvil"');
    });
  });
});
