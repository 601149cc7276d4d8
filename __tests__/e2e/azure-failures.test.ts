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
  test('wrong inputs are listed together, before anything is sent', async () => {
    world.countRequests();
    await inPipeline(world, run, async ({ getToken }) => {
      const got = await getToken({
        tenantId: 'common',
        clientId: '$(appId)',
        scope: '',
        clientSecret: '$(clientSecret)',
      });
      expect(got.outcome).toBe('failure');
      expect(got.annotations).toHaveLength(1);
      expect(got.annotations[0]?.message).toMatch(/3 inputs are wrong\. clientId: .*tenantId: .*scope: /);
      expect(got.log).not.toMatch(/^ +at /m);
      expect(got.outputs).toEqual({});
      expect(world.countRequests()).toEqual({ issuer: 0, entra: 0 });
    });
  });

  test('a wrong secret: one request, the code, the advice, the correlation id', async () => {
    world.countRequests();
    await inPipeline(
      world,
      run,
      async ({ getToken }) => {
        const got = await getToken({ ...app(world), clientSecret: '$(wrong)' });
        expect(got.outcome).toBe('failure');
        expect(world.countRequests()).toEqual({ issuer: 0, entra: 1 });
        expect(got.annotations).toEqual([
          expect.objectContaining({
            level: 'error',
            message: expect.stringMatching(/^Entra refused: AADSTS7000215\. .*Store the secret's value/),
          }),
        ]);
        const sent = world.emulator.entra.requests.at(-1)?.form['client-request-id'];
        expect(got.log).toContain(`Correlation id: ${sent}`);
        expect(got.rawStderr).toBe('');
        expect(got.outputs).toEqual({});
        expect(got.summary).toContain('### No Entra access token: Entra refused: AADSTS7000215\n');
        expect(got.summary).toContain("**Store the secret's value");
        expect(got.summary).toContain(`| Correlation id | ${sent} |`);
      },
      { secrets: { wrong: 'not-the-secret-of-this-app' } },
    );
  });

  test.each([['token', 'its scheme is Token']] as const)(
    'a service connection with a proof it does not know (%s): said, before anything is sent',
    async (proof, said) => {
      world.countRequests();
      await inPipeline(
        world,
        run,
        async ({ getToken }) => {
          const got = await getToken({ azureSubscription: 'production' });
          expect(got.annotations).toEqual([
            expect.objectContaining({ message: expect.stringContaining(`azureSubscription: ${said}`) }),
          ]);
          expect(world.countRequests()).toEqual({ issuer: 0, entra: 0 });
        },
        { connections: [connection(world, proof)] },
      );
    },
  );

  test('a service connection that Azure DevOps does not hand a token for', async () => {
    const unknown = { ...connection(world, 'federated'), id: '00000000-1111-2222-3333-444444444444' };
    world.countRequests();
    await inPipeline(
      world,
      run,
      async ({ getToken }) => {
        const got = await getToken({ azureSubscription: 'production' });
        expect(got.annotations).toEqual([
          expect.objectContaining({ message: expect.stringContaining('refused to issue an identity token') }),
        ]);
        expect(world.countRequests()).toEqual({ issuer: 1, entra: 0 });
      },
      { connections: [unknown] },
    );
  });
});
