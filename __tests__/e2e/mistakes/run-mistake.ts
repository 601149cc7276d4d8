import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runPipelineFile, runWorkflowFile, type StepResult } from '@entra-token/stand-ins';
import { parse } from 'yaml';
import { repository } from '../../repository.js';
import type { World } from '../world.js';

/** A mistake that people make. */
interface Mistake {
  /** What the log has to name where no line of the file mends it; else it names the lines that do. */
  readonly names?: readonly string[];
}

/** The mistakes, each in a folder of its own: a workflow or pipeline as it was, and as it is mended. */
export const mistakes: readonly (readonly [name: string, mistake: Mistake])[] = [
  ['no-id-token-permission', {}],
  ['typing-error-in-tenant', {}],
  ['permission-of-a-user', {}],
  ['two-resources-on-one-line', {}],
  ['input-of-the-other-platform', {}],
  ['audience-of-another-cloud', {}],
  ['credential-that-does-not-exist', {}],
  ['typing-error-in-variable', {}],
  ['input-that-does-not-exist', {}],
  ['time-with-a-unit', {}],
  [
    'environment-without-trust',
    { names: ['environment: staging', '"subject": "repo:contoso/inventory:environment:staging"'] },
  ],
  ['id-of-the-secret', { names: ["Likely client-secret is the secret's id"] }],
  ['scope-of-the-app-itself', { names: ['Likely scope should name the API'] }],
];

/** What became of a file. */
export interface MistakeRun {
  readonly succeeded: boolean;
  readonly log: string;
  readonly steps: readonly StepResult[];
}

/** The path of a mistake's file. */
export function fileOf(name: string, file: string): string {
  return join(repository, '__tests__/e2e/mistakes', name, file);
}

/** Runs a workflow or a pipeline from its file, on a machine that knows where the emulator is. */
export function runMistake(file: string, world: World): Promise<MistakeRun> {
  const document: { jobs?: { report?: { environment?: string } } } = parse(readFileSync(file, 'utf8'));
  const environment = document.jobs?.report?.environment;
  return environment === undefined ? runOnAzure(file, world) : runOnGitHub(file, environment, world);
}

async function runOnGitHub(file: string, environment: string, world: World): Promise<MistakeRun> {
  const { emulator, sample } = world;
  const { status, log, steps } = await runWorkflowFile(file, {
    repository: sample.githubJob.repository,
    actions: { 'org/entra-token@v1': repository },
    vars: { AZURE_CLIENT_ID: sample.clientId, INVENTORY_URL: emulator.api.origin },
    secrets: { CLIENT_SECRET: sample.clientSecret, CLIENT_SECRET_ID: '7d2c1f0e-5b6a-4c3d-9e8f-0a1b2c3d4e5f' },
    runnerEnv: machine(world),
    oidc: emulator.github.startJob({ ...sample.githubJob, environment }),
  });
  return { succeeded: status === 'success', log, steps };
}

async function runOnAzure(file: string, world: World): Promise<MistakeRun> {
  const { emulator, sample } = world;
  const { organization, project, pipeline } = sample.azureDevOpsJob;
  const { status, log, steps } = await runPipelineFile(file, {
    organization,
    project,
    pipeline,
    tasks: { 'EntraToken@1': join(repository, 'dist/ado-task/EntraTokenV1') },
    variables: { clientId: sample.clientId, inventoryUrl: emulator.api.origin },
    secretVariables: { clientSecret: sample.clientSecret },
    agentEnv: machine(world),
    ...emulator.azureDevOps.startJob(sample.azureDevOpsJob),
  });
  return { succeeded: status === 'Succeeded', log, steps };
}

function machine({ emulator, machineEnv }: World): Record<string, string> {
  return { ...machineEnv, AZURE_AUTHORITY_HOST: emulator.entra.origin };
}
