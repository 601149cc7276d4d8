import { startWorkflowJob, type WorkflowJobOptions } from '@entra-token/stand-ins';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { repository } from '../repository.js';
import { expectNoLeaks } from './no-leaks.js';
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
        expect(got.summary).toContain('### No Entra access token: Entra refused: AADSTS7000215\n');
        expect(got.summary).toContain("**Store the secret's value");
        expect(got.summary).toContain(`| Correlation id | ${sent} |`);
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

/** Runs the step where GitHub gives neither secrets nor the right to an identity token. */
async function withoutRights(options: WorkflowJobOptions, inputs: Readonly<Record<string, string>>) {
  const { sample, machineEnv } = world;
  const job = startWorkflowJob({
    repository: sample.githubJob.repository,
    actions: { 'org/entra-token@v1': repository },
    runnerEnv: machineEnv,
    ...options,
  });
  const app = { 'tenant-id': sample.tenantId, 'client-id': sample.clientId, scope: sample.scope };
  const got = await job.step({ id: 'entra', uses: 'org/entra-token@v1', with: { ...app, ...inputs } });
  const { log } = await job.finish();
  expectNoLeaks(log, [got], world.secrets());
  return got;
}

describe('a run that GitHub keeps its secrets from', () => {
  const fork = { pull_request: { number: 1, head: { repo: { full_name: 'stranger/inventory' } } } };
  const deletedFork = { pull_request: { number: 1, head: { repo: null } } };

  test.each([
    ['of a fork', fork, 'The fork: stranger/inventory'],
    ['of a deleted fork', deletedFork, 'The fork: is deleted'],
  ])('%s: said, with nothing sent', async (_run, event, said) => {
    world.countRequests();
    const got = await withoutRights({ eventName: 'pull_request', event }, {});
    expect(got.annotations).toEqual([
      expect.objectContaining({ level: 'error', message: expect.stringContaining('This run comes from a fork') }),
    ]);
    expect(got.log).toContain(said);
    expect(got.summary).toContain('errors.md#fork-run');
    expect(world.countRequests()).toEqual({ issuer: 0, entra: 0 });
  });

  test('of a fork, with a secret: the fork is why it is empty', async () => {
    const got = await withoutRights(
      { eventName: 'pull_request', event: fork },
      { credential: 'client-secret', 'client-secret': clientSecret },
    );
    expect(got.annotations).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('client-secret: is empty: this run comes from the fork stranger/inventory'),
      }),
    ]);
  });

  test('of Dependabot, without and with a secret', async () => {
    const dependabot = { actor: 'dependabot[bot]', eventName: 'pull_request' };
    const [own, secret] = [
      await withoutRights(dependabot, {}),
      await withoutRights(dependabot, { credential: 'client-secret', 'client-secret': clientSecret }),
    ];
    expect(own.annotations).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('Dependabot started this run, which sees no secrets'),
      }),
    ]);
    expect(own.log).toContain('permissions: { id-token: write, contents: read }');
    expect(secret.annotations).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('client-secret: is empty: Dependabot started this run'),
      }),
    ]);
  });

  test("of the repository's own pull request: the permission is what lacks", async () => {
    const own = { pull_request: { number: 1, head: { repo: { full_name: world.sample.githubJob.repository } } } };
    const got = await withoutRights({ eventName: 'pull_request', event: own }, {});
    expect(got.annotations).toEqual([
      expect.objectContaining({ message: expect.stringContaining('gave this job no right to an identity token') }),
    ]);
  });
});

test('the API tells a missing token from a good one', async () => {
  await inWorkflow(world, { node: 'n24', debug: false }, async ({ callApi }) => {
    const called = await callApi();
    expect(called.outcome).toBe('failure');
    expect(called.log).toContain('401');
  });
});
