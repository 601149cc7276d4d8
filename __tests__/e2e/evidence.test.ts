import type { StepResult, WorkflowJobOptions } from '@entra-token/stand-ins';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectNoLeaks } from './no-leaks.js';
import { inWorkflow, type Workflow } from './workflow.js';
import { startWorld, type World } from './world.js';

/** Entra's clock is right, so it is this machine's that is late. */
const minutesLate = 25;

let world: World;
let lateWorld: World;
beforeAll(async () => {
  [world, lateWorld] = await Promise.all([
    startWorld(),
    startWorld({ clock: () => new Date(Date.now() + minutesLate * 60_000) }),
  ]);
});
afterAll(() => Promise.all([world.end(), lateWorld.end()]));

/** Runs the step on GitHub without the right to an identity token; what is not given is right. */
async function run(
  inputs: Readonly<Record<string, string>>,
  secrets: Record<string, string> = {},
  { at = world, ...special }: WorkflowJobOptions & { at?: World } = {},
) {
  const steps: StepResult[] = [];
  const scenario = async ({ getToken }: Workflow) => void steps.push(await getToken({ timeout: '2', ...inputs }));
  // No other secrets than those of the test.
  const job = { ...special, secrets: { CERTIFICATE: at.sample.certificatePem, ...secrets } };
  await inWorkflow(at, { node: 'n24', debug: false }, scenario, { idToken: false, special: job });
  const [step] = steps;
  if (!step) throw new Error('The step did not run');
  // What the secret of a test is, is no secret of the world.
  expectNoLeaks(step.log, steps, Object.values(secrets), undefined);
  expect(step.outcome).toBe('failure');
  return { ...step, message: step.annotations.find(({ level }) => level === 'error')?.message ?? '' };
}

const clientSecret = { 'client-secret': '${{ secrets.CLIENT_SECRET }}' };

describe('a secret that is not the right one', () => {
  test.each([
    [
      'has the form of an id',
      (_: string) => 'd3b07384-d9a0-4c9b-8f1a-2b3c4d5e6f70',
      "Likely client-secret is the secret's id",
    ],
    ['is in quotes', (secret: string) => `"${secret}"`, 'Likely the quotation marks around client-secret'],
    ['has a pasted line end', (secret: string) => `${secret}\\n`, 'Likely the \\n at the end of client-secret'],
    ['is the name of a variable', (_: string) => '$CLIENT_SECRET', 'Likely client-secret is the name of a variable'],
    [
      'has other text around it',
      (secret: string) => `secret: ${secret}`,
      'Likely client-secret was stored with text around',
    ],
  ])('that %s is told so, as likely', async (_name, spoil, sentence) => {
    const { message } = await run(clientSecret, { CLIENT_SECRET: spoil(world.sample.clientSecret) });
    expect(message).toContain('The client secret is wrong.');
    expect(message).toContain(sentence);
  });

  test('that looks like one is not guessed about', async () => {
    const { message, log } = await run(clientSecret, { CLIENT_SECRET: 'abc8Q~ABCDEFGHIJKLMNOPQRSTUVWXYZ01234567' });
    expect(message).not.toContain('Likely');
    expect(log).not.toContain('Seen in this run');
    expect(log).toContain('Usual causes');
  });

  test('a line end behind the right one is no mistake at all', async () => {
    const secret = `${world.sample.clientSecret}\n`;
    await expect(run(clientSecret, { CLIENT_SECRET: secret })).rejects.toThrow('failure');
  });
});

describe('a certificate', () => {
  const certificate = { certificate: '${{ secrets.CERTIFICATE }}' };

  test('in quotes is told so', async () => {
    const base64 = Buffer.from(world.sample.certificatePem).toString('base64');
    const { message } = await run(certificate, { CERTIFICATE: `"${base64}"` });
    expect(message).toContain('certificate: is in quotation marks');
  });

  test('that a late machine signs with: the clocks are compared', async () => {
    const { message, log } = await run(certificate, {}, { at: lateWorld });
    expect(log).toContain('AADSTS700024');
    expect(message).toContain(`The clock of this machine is ${minutesLate} minutes behind Entra's`);
  });
});

describe('a run that gets no secrets', () => {
  const forked = {
    eventName: 'pull_request',
    event: { pull_request: { head: { repo: { full_name: 'stranger/inventory', fork: true } } } },
  };
  const given = { credential: 'client-secret', ...clientSecret };

  test.each([
    ['of a fork', forked, 'this run comes from the fork stranger/inventory, and gets no secrets'],
    [
      'of Dependabot',
      { actor: 'dependabot[bot]' },
      'Dependabot started this run, and sees only the secrets stored for it',
    ],
    ['of the repository itself', {}, 'Is the secret defined, and is this run allowed to read it?'],
  ])('%s', async (_name, options, sentence) => {
    const { message } = await run(given, {}, options);
    expect(message).toContain(sentence);
  });

  test.each([
    ['of a fork', forked, 'This run comes from a fork, and gets neither secrets nor an identity token.'],
    ['of Dependabot', { actor: 'dependabot[bot]' }, 'Dependabot started this run'],
    ['of the repository itself', {}, 'Add `permissions: { id-token: write, contents: read }` to the job.'],
  ])('%s, nor an identity token', async (_name, options, sentence) => {
    const { message, log } = await run(clientSecret, {}, options);
    expect(message).toContain(sentence);
    expect(log).toContain('No identity token');
  });
});

describe('a scope', () => {
  test('that is a GUID nobody knows has to be a client id', async () => {
    const { message } = await run(
      { ...clientSecret, scope: '0d1e2f3a-4b5c-4d6e-8f70-8192a3b4c5d6' },
      {
        CLIENT_SECRET: world.sample.clientSecret,
      },
    );
    expect(message).toContain('it has to be the application (client) id of the API');
  });
});

test('tenant and client that are the same are told so', async () => {
  const { message } = await run(
    { ...clientSecret, 'tenant-id': world.sample.clientId },
    {
      CLIENT_SECRET: world.sample.clientSecret,
    },
  );
  expect(message).toContain('tenant-id and client-id are the same');
});

describe('what nobody has explained yet', () => {
  test("an unknown code keeps Entra's own text, and links to Microsoft's page on it", async () => {
    world.emulator.entra.faults.next({ kind: 'refusal', code: 4242424, description: 'The moon is too full.' });
    const { message, log, summary } = await run(clientSecret, { CLIENT_SECRET: world.sample.clientSecret });
    expect(message).toBe(
      'Entra refused with AADSTS4242424: The moon is too full. Look it up: https://login.microsoftonline.com/error?code=4242424',
    );
    expect(log).toContain('Correlation id: ');
    expect(log).not.toContain('More:');
    expect(summary).toContain('The moon is too full.');
  });

  test('no summary is written where none is wanted', async () => {
    const { summary, log } = await run(
      { ...clientSecret, 'job-summary': 'false' },
      { CLIENT_SECRET: 'not-the-secret' },
    );
    expect(log).toContain('Entra refused: AADSTS7000215');
    expect(summary).toBe('');
  });
});
