import type { GitHubJob } from '@entra-token/emulator';
import {
  type StepResult,
  startWorkflowJob,
  type WorkflowJob,
  type WorkflowJobOptions,
  type WorkflowStep,
} from '@entra-token/stand-ins';
import { repository } from '../repository.js';
import { expectNoLeaks } from './no-leaks.js';
import type { Run } from './runs.js';
import type { World } from './world.js';

/** A job on GitHub Actions with the built action at hand. */
export interface Workflow {
  readonly job: WorkflowJob;
  /** The step that gets the token, `id: entra`, with what the sample directory needs besides the given inputs. */
  getToken(inputs: Readonly<Record<string, string>>, cancel?: AbortSignal): Promise<StepResult>;
  /** Calls the sample API with the token, as the README tells people to. */
  callApi(url?: string): Promise<StepResult>;
}

/**
 * Runs a scenario in a job of its own, and then makes sure that none of the world's secrets shows.
 * @param idToken whether the job has `permissions: id-token: write`.
 * @param githubJob the job that GitHub vouches for; the sample's unless given.
 * @param special what is special about the job that runs.
 */
export async function inWorkflow(
  world: World,
  { node, debug }: Run,
  scenario: (workflow: Workflow) => Promise<void>,
  {
    idToken = true,
    secrets = {},
    exported,
    githubJob = world.sample.githubJob,
    special = {},
  }: {
    idToken?: boolean;
    secrets?: Record<string, string>;
    exported?: string | undefined;
    githubJob?: GitHubJob;
    special?: WorkflowJobOptions;
  } = {},
): Promise<void> {
  const { emulator, sample, machineEnv } = world;
  const job = startWorkflowJob({
    repository: sample.githubJob.repository,
    ref: 'refs/heads/main',
    actions: { 'org/entra-token@v1': repository },
    secrets: { CLIENT_SECRET: sample.clientSecret, CERTIFICATE: sample.certificatePem, ...secrets },
    runnerEnv: machineEnv,
    debug,
    node,
    ...(idToken ? { oidc: emulator.github.startJob(githubJob) } : {}),
    ...special,
  });
  const steps: StepResult[] = [];
  const step = async (definition: WorkflowStep, signal?: AbortSignal) => {
    const result = await job.step(definition, signal ? { signal } : {});
    steps.push(result);
    return result;
  };

  await scenario({
    job,
    getToken: (inputs, cancel) =>
      step(
        {
          id: 'entra',
          uses: 'org/entra-token@v1',
          with: {
            'tenant-id': sample.tenantId,
            'client-id': sample.clientId,
            scope: sample.scope,
            'authority-host': emulator.entra.origin,
            ...inputs,
          },
        },
        cancel,
      ),
    callApi: (url = sample.apiUrl) =>
      step({
        run: `curl --silent --show-error --fail-with-body -H "Authorization: $AUTH" ${url}`,
        env: { AUTH: '${{ steps.entra.outputs.authorization-header }}', CURL_CA_BUNDLE: world.caFile },
      }),
  });

  const { log, post } = await job.finish();
  expectNoLeaks(log, [...steps, ...post], world.secrets(), exported);
}
