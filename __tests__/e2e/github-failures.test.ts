import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runs } from './runs.js';
import { inWorkflow } from './workflow.js';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.end());

const clientSecret = '${{ secrets.CLIENT_SECRET }}';

describe.each(runs)('GitHub Actions on %s', (_name, run) => {
  test('wrong inputs are listed together, before anything is sent', async () => {
    world.countRequests();
    await inWorkflow(world, run, async ({ getToken }) => {
      const got = await getToken({ 'tenant-id': 'common', 'client-id': '', scope: '', 'client-secret': clientSecret });
      expect(got.outcome).toBe('failure');
      expect(got.annotations).toHaveLength(1);
      expect(got.annotations[0]?.title).toBe('3 inputs are wrong');
      expect(got.annotations[0]?.message).toMatch(/tenant-id: .*client-id: .*scope: /);
      expect(got.log).not.toMatch(/^ +at /m);
      expect(got.outputs).toEqual({});
      expect(world.countRequests()).toEqual({ issuer: 0, entra: 0 });
    });
  });

  test('a wrong secret: one request, the code, the advice, the correlation id', async () => {
    world.countRequests();
    await inWorkflow(
      world,
      run,
      async ({ getToken }) => {
        const got = await getToken({ 'client-secret': '${{ secrets.WRONG }}' });
        expect(got.outcome).toBe('failure');
        expect(world.countRequests()).toEqual({ issuer: 0, entra: 1 });
        expect(got.annotations).toEqual([
          expect.objectContaining({
            level: 'error',
            title: 'Entra refused: AADSTS7000215',
            message: expect.stringContaining("Store the secret's value"),
          }),
        ]);
        const sent = world.emulator.entra.requests.at(-1)?.form['client-request-id'];
        expect(got.log).toContain(`Correlation id: ${sent}`);
        expect(got.rawStderr).toBe('');
        expect(got.outputs).toEqual({});
        expect(got.summary).toBe('');
      },
      { secrets: { WRONG: 'not-the-secret-of-this-app' } },
    );
  });

  test('of several scopes, the one that is refused is named, and no token is published', async () => {
    await inWorkflow(world, run, async ({ getToken }) => {
      const got = await getToken({ scope: 'graph\napi://inventroy', 'client-secret': clientSecret });
      expect(got.outcome).toBe('failure');
      expect(got.log).toContain('Scope: api://inventroy/.default');
      expect(got.annotations).toEqual([expect.objectContaining({ title: 'Entra refused: AADSTS500011' })]);
      expect(got.outputs).toEqual({});
    });
  });

  test('a secret that is too short to mask does not turn the log into stars, and the user is told', async () => {
    await inWorkflow(
      world,
      run,
      async ({ getToken }) => {
        const got = await getToken({ 'client-secret': 'a' });
        expect(got.annotations).toEqual([
          expect.objectContaining({
            level: 'warning',
            message: expect.stringMatching(/^client-secret: is too short to be masked/),
          }),
          expect.objectContaining({ level: 'error', title: 'Entra refused: AADSTS7000215' }),
        ]);
        expect(got.log).toContain('Asking https://');
      },
      {},
    );
  });

  test('an authority nobody listens at is told apart from a refusal', async () => {
    await inWorkflow(world, run, async ({ getToken }) => {
      const got = await getToken({
        'authority-host': 'https://localhost:1',
        'client-secret': clientSecret,
        timeout: '3',
      });
      expect(got.outcome).toBe('failure');
      expect(got.annotations).toEqual([
        expect.objectContaining({
          title: 'No answer',
          message: expect.stringContaining('localhost:1 cannot be reached'),
        }),
      ]);
    });
  });

  test('an authority whose certificate is not trusted: the way to trust it', async () => {
    const stranger = { ...world, machineEnv: { ...world.machineEnv, NODE_EXTRA_CA_CERTS: '' } };
    await inWorkflow(stranger, run, async ({ getToken }) => {
      const got = await getToken({ 'client-secret': clientSecret });
      expect(got.annotations).toEqual([
        expect.objectContaining({ message: expect.stringContaining('NODE_EXTRA_CA_CERTS') }),
      ]);
    });
  });
});

test('the API tells a missing token from a good one', async () => {
  await inWorkflow(world, { node: 'n24', debug: false }, async ({ callApi }) => {
    const called = await callApi();
    expect(called.outcome).toBe('failure');
    expect(called.log).toContain('401');
  });
});
