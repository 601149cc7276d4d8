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
  test("the job's own identity gets a token with two requests, and the API takes it", async () => {
    world.countRequests();
    await inWorkflow(world, run, async ({ getToken, callApi }) => {
      const got = await getToken({});
      expect(got.log).toContain('Got the token');
      expect(got.outcome).toBe('success');
      expect(world.countRequests()).toEqual({ issuer: 1, entra: 1 });
      expect((await callApi()).log).toContain('"name":"Anvil"');
    });
  });

  test('several scopes share one identity token: one request more for each', async () => {
    world.countRequests();
    await inWorkflow(world, run, async ({ getToken }) => {
      const got = await getToken({ scope: `stock=${world.sample.scope}\ngraph\nhttps://vault.azure.net` });
      expect(got.outcome).toBe('success');
      expect(world.countRequests()).toEqual({ issuer: 1, entra: 3 });

      const tokens: Record<string, string> = JSON.parse(got.outputs['access-tokens'] ?? '');
      expect(Object.keys(tokens)).toEqual(['stock', 'graph', 'https://vault.azure.net']);
      expect(new Set(Object.values(tokens)).size).toBe(3);
      expect(got.outputs['access-token']).toBe(tokens['stock']);
      expect(got.outputs['access-token-stock']).toBe(tokens['stock']);
      expect(got.outputs['access-token-graph']).toBe(tokens['graph']);
    });
  });

  test('without `id-token: write` the step says so, and asks nobody', async () => {
    world.countRequests();
    await inWorkflow(
      world,
      run,
      async ({ getToken }) => {
        const got = await getToken({});
        expect(got.outcome).toBe('failure');
        expect(world.countRequests()).toEqual({ issuer: 0, entra: 0 });
        expect(got.annotations).toEqual([
          expect.objectContaining({
            level: 'error',
            message: expect.stringContaining('`permissions: { id-token: write, contents: read }`'),
          }),
        ]);
      },
      { idToken: false },
    );
  });

  test('a subject without a federated credential is shown with the values to register', async () => {
    const { application, githubJob } = world.sample;
    const kept = [...application.federatedCredentials];
    application.federatedCredentials.splice(
      0,
      kept.length,
      ...kept.map(each => ({ ...each, subject: 'repo:else/where' })),
    );
    try {
      await inWorkflow(world, run, async ({ getToken }) => {
        const got = await getToken({ timeout: '3' });
        expect(got.outcome).toBe('failure');
        expect(got.log).toContain(`Presented issuer: ${world.emulator.github.origin}`);
        expect(got.log).toContain(
          `Presented subject: repo:${githubJob.repository}:environment:${githubJob.environment}`,
        );
        expect(got.log).toContain('Presented audience: api://AzureADTokenExchange');
        expect(got.annotations).toEqual([
          expect.objectContaining({
            title: 'Entra refused: AADSTS700213',
            message: expect.stringContaining('Add a federated credential'),
          }),
        ]);
        const subject = `repo:${githubJob.repository}:environment:${githubJob.environment}`;
        for (const place of [got.log, got.summary]) {
          expect(place).toContain(`"subject": "${subject}"`);
          expect(place).toContain('az ad app federated-credential create --id');
        }
      });
    } finally {
      application.federatedCredentials.splice(0, kept.length, ...kept);
    }
  });
});
