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
  test.each(['federated', 'federated-old'] as const)(
    'a service connection (%s) gets a token with two requests, and the API takes it',
    async proof => {
      world.countRequests();
      await inPipeline(
        world,
        run,
        async ({ getToken, callApi }) => {
          const got = await getToken({ azureSubscription: 'production', authorityHost: '' });
          expect(got.log).toContain('Got the token');
          expect(got.outcome).toBe('success');
          expect(world.countRequests()).toEqual({ issuer: 1, entra: 1 });
          expect((await callApi()).log).toContain('"name":"Anvil"');
        },
        { connections: [connection(world, proof)] },
      );
    },
  );

  test("the pipeline's own identity gets a token with two requests", async () => {
    world.countRequests();
    await inPipeline(world, run, async ({ getToken, callApi }) => {
      const got = await getToken(app(world));
      expect(got.outcome).toBe('success');
      expect(world.countRequests()).toEqual({ issuer: 1, entra: 1 });
      expect((await callApi()).log).toContain('"name":"Anvil"');
    });
  });

  test('several scopes share one identity token: one request more for each', async () => {
    world.countRequests();
    await inPipeline(world, run, async ({ job, getToken }) => {
      const got = await getToken({
        ...app(world),
        scope: `my-stock=${world.sample.scope}\ngraph\nhttps://vault.azure.net`,
      });
      expect(got.outcome).toBe('success');
      expect(world.countRequests()).toEqual({ issuer: 1, entra: 3 });

      const tokens: Record<string, string> = JSON.parse(got.outputs['accessTokens'] ?? '');
      expect(Object.keys(tokens)).toEqual(['my-stock', 'graph', 'https://vault.azure.net']);
      expect(got.outputs['accessToken']).toBe(tokens['my-stock']);
      expect(got.outputs['accessTokenMyStock']).toBe(tokens['my-stock']);
      expect(got.outputs['accessTokenGraph']).toBe(tokens['graph']);
      expect(got.secretOutputs).toContain('accessTokenMyStock');
      expect(job.variable('entra.accessTokenGraph')?.value).toBe(tokens['graph']);
    });
  });

  test('a subject without a federated credential is shown with the values to register', async () => {
    const { application } = world.sample;
    const kept = application.federatedCredentials.splice(0);
    application.federatedCredentials.push(...kept.map(each => ({ ...each, subject: 'sc://else/where' })));
    try {
      await inPipeline(world, run, async ({ getToken }) => {
        const got = await getToken({ ...app(world), timeout: '3' });
        expect(got.outcome).toBe('failure');
        expect(got.log).toMatch(/Presented subject: p:\/\/contoso\/inventory\/deploy/);
        expect(got.annotations).toEqual([
          expect.objectContaining({ level: 'error', message: expect.stringContaining('Add a federated credential') }),
        ]);
        for (const place of [got.log, got.summary]) {
          expect(place).toContain('"subject": "p://contoso/inventory/deploy"');
          expect(place).toContain('az ad app federated-credential create --id');
        }
      });
    } finally {
      application.federatedCredentials.splice(0, kept.length, ...kept);
    }
  });
});
