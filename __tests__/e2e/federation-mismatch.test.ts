import type { GitHubJob } from '@entra-token/emulator';
import type { StepResult } from '@entra-token/stand-ins';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { credentialIn } from './credential-in-log.js';
import { app, connection, inPipeline } from './pipeline.js';
import { inWorkflow, type Workflow } from './workflow.js';
import { startWorld, type World } from './world.js';

const run = { node: 'n24', debug: false } as const;

let world: World;
beforeAll(async () => {
  world = await startWorld();
  // What every newcomer begins with: an app that trusts the branch main of a repository under its old subject.
  const { application } = world.sample;
  const issuer = world.emulator.github.origin;
  const subject = 'repo:contoso/inventory:ref:refs/heads/main';
  application.federatedCredentials.splice(0, application.federatedCredentials.length, {
    name: 'main',
    issuer,
    subject,
    audiences: ['api://AzureADTokenExchange'],
  });
});
afterAll(() => world.end());

/** Runs the step in a job on GitHub that no environment belongs to, with so little time that the retries end soon. */
async function runAs(
  job: Partial<GitHubJob>,
  inputs: Readonly<Record<string, string>> = {},
  secrets: Record<string, string> = {},
) {
  const steps: StepResult[] = [];
  const given = { timeout: '2', ...inputs };
  const scenario = async ({ getToken }: Workflow) => void steps.push(await getToken(given));
  await inWorkflow(world, run, scenario, { secrets, githubJob: { repository: 'contoso/inventory', ...job } });
  const [step] = steps;
  if (!step) throw new Error('The step did not run');
  return { ...step, text: step.log.replace(/\n {4,6}(?=\S)/g, ' ') };
}

const mismatches: readonly (readonly [name: string, job: Partial<GitHubJob>, sentences: readonly string[]])[] = [
  ['an environment', { environment: 'production' }, ["The job names the environment 'production'"]],
  [
    'a pull request',
    { eventName: 'pull_request' },
    ['The run is of a pull request, and the subject of those names no branch.'],
  ],
  ['a tag', { ref: 'refs/tags/v1.2' }, ["The run is of the tag 'v1.2', and not of a branch."]],
  ['another branch', { ref: 'refs/heads/release' }, []],
  [
    'a repository with an immutable subject',
    { immutableSubject: true },
    ['made, renamed or transferred after 2026-07-15', "one for 'repo:contoso/inventory' does not match"],
  ],
  [
    'an immutable subject and an environment',
    { immutableSubject: true, environment: 'a:b' },
    ["The job names the environment 'a:b'", 'written %3A', '2026-07-15'],
  ],
  ['capital letters', { repository: 'Contoso/Inventory' }, ["'Contoso/Inventory' has capital letters"]],
  [
    'a reusable workflow',
    { ref: 'refs/heads/reuse', jobWorkflowRef: 'contoso/shared/.github/workflows/deploy.yml@refs/heads/main' },
    ['defined in the reusable workflow contoso/shared/.github/workflows/deploy.yml@refs/heads/main'],
  ],
  [
    'a customised subject',
    { subjectClaimKeys: ['repository_owner', 'job_workflow_ref'] },
    ['has a template of its own for subjects (include_claim_keys)', 'names the workflow that the job is defined in'],
  ],
];

describe('a federated credential that does not match', () => {
  test.each(mismatches)('%s', async (_name, job, sentences) => {
    const refused = await runAs(job);
    expect(refused.outcome).toBe('failure');
    expect(refused.log).toMatch(/Entra refused: AADSTS70021[13]|AADSTS7002138/);
    for (const sentence of sentences) expect(refused.text).toContain(sentence);
    if (sentences.length === 0) expect(refused.log).not.toContain('Seen in this run');

    // What the log shows is what was missing, and the summary shows the same.
    const credential = credentialIn(refused.log);
    expect(credentialIn(refused.summary)).toEqual(credential);
    world.sample.application.federatedCredentials.push(credential);
    const passed = await runAs(job);
    expect(passed.outcome).toBe('success');
    expect(passed.summary).toContain(`| Presented subject | `);
    world.sample.application.federatedCredentials.pop();
  });

  test.each([
    ['https://github.contoso.com/_services/token', 'The issuer is the GitHub Enterprise Server github.contoso.com'],
    ['https://token.actions.contoso.ghe.com', 'that of a GitHub with data residency (token.actions.contoso.ghe.com)'],
    ['https://token.actions.githubusercontent.com/contoso', "ends with the name of the enterprise, 'contoso'"],
  ])('the issuer %s', async (issuer, sentence) => {
    const claims = {
      iss: issuer,
      sub: 'repo:contoso/inventory:ref:refs/heads/main',
      aud: 'api://AzureADTokenExchange',
    };
    const token = [{ alg: 'RS256', kid: 'elsewhere' }, claims]
      .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const refused = await runAs({}, { 'federated-token': '${{ secrets.TOKEN }}' }, { TOKEN: `${token}.c2lnbmF0dXJl` });
    expect(refused.log).toContain('Entra refused: AADSTS700211');
    expect(refused.text).toContain(sentence);
    expect(credentialIn(refused.log)).toMatchObject({ issuer, subject: claims.sub, audiences: [claims.aud] });
  });

  test('the audience of another cloud is to be changed in the step, and not registered', async () => {
    const refused = await runAs({}, { audience: 'api://AzureADTokenExchangeChina' });
    expect(refused.text).toContain("api://AzureADTokenExchangeChina is that of the cloud 'china'");
    expect(refused.log).toContain('    audience: api://AzureADTokenExchange\n');
    expect(refused.log).not.toContain('federated-credential create');
  });
});

describe('the values to set the trust up with', () => {
  test('are in the log and in the summary whatever failed after they were known', async () => {
    const { summary, log } = await runAs({}, { 'tenant-id': 'nobody.example' });
    for (const text of [log, summary]) expect(text).toContain('AADSTS90002');
    expect(log).toContain('Presented subject: repo:contoso/inventory:ref:refs/heads/main');
    expect(summary).toContain('| Presented subject | repo:contoso/inventory:ref:refs/heads/main |');
  });

  test('a service connection of the old form is told when its issuer ends', async () => {
    await inPipeline(
      world,
      run,
      async ({ getToken }) => {
        const { log } = await getToken({ azureSubscription: 'production', timeout: '2' });
        expect(log.replace(/\n {6}(?=\S)/g, ' ')).toContain('the issuer that Azure DevOps retires on 2027-07-01');
      },
      { connections: [connection(world, 'federated-old')] },
    );
  });

  test('a service connection of the new form is to be registered by the URI of its audience', async () => {
    const { application } = world.sample;
    await inPipeline(
      world,
      run,
      async ({ getToken }) => {
        const { log } = await getToken({ azureSubscription: 'production', timeout: '2' });
        expect(log).toContain('Presented audience: fb60f99c-7a34-4190-8149-302f77469936');
        expect(log).not.toContain('is not the usual one');
        const credential = credentialIn(log);
        expect(credential.audiences).toEqual(['api://AzureADTokenExchange']);
        application.federatedCredentials.push(credential);
      },
      { connections: [connection(world, 'federated')] },
    );
    await inPipeline(
      world,
      run,
      async ({ getToken }) => {
        expect((await getToken({ azureSubscription: 'production' })).outcome).toBe('success');
        application.federatedCredentials.pop();
      },
      { connections: [connection(world, 'federated')] },
    );
  });

  test('a pipeline without a service connection is told that it speaks for itself', async () => {
    await inPipeline(world, run, async ({ getToken }) => {
      const { log } = await getToken({ ...app(world), timeout: '2' });
      expect(log.replace(/\n {4,6}(?=\S)/g, ' ')).toContain('Presented subject: p://contoso/inventory/deploy');
      expect(credentialIn(log)).toMatchObject({ subject: 'p://contoso/inventory/deploy' });
    });
  });
});
