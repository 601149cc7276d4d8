import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { spell } from '@entra-token/core';
import { runPipelineFile, runWorkflowFile, type StepResult } from '@entra-token/stand-ins';
import { repository } from '../../repository.js';
import type { World } from '../world.js';
import type { RecipeMachine } from './recipe-machine.js';
import type { RecipeBlock } from './recipe-pages.js';

/** What the readers of a page fill in, by the names that it tells them for GitHub. */
export interface Settings {
  readonly variables: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** On GitHub a secret, on Azure Pipelines a secure file. */
  readonly certificate?: { readonly secret: string; readonly file: string; readonly content: Uint8Array };
  /** The values of the pipeline's parameters. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** What became of a block. */
export interface BlockRun {
  readonly succeeded: boolean;
  readonly log: string;
  readonly steps: readonly StepResult[];
}

/** Runs a block as it stands on the page, with debug logging. `onLogLine` gets each line of the log as it is shown. */
export function runBlock(
  block: Pick<RecipeBlock, 'platform' | 'text'>,
  settings: Settings,
  at: { readonly world: World; readonly machine: RecipeMachine; readonly onLogLine?: (line: string) => void },
): Promise<BlockRun> {
  return block.platform === 'github-actions' ? runOnGitHub(block, settings, at) : runOnAzure(block, settings, at);
}

async function runOnGitHub(
  { text }: Pick<RecipeBlock, 'text'>,
  { variables, secrets, certificate }: Settings,
  { world, machine, onLogLine = () => undefined }: Parameters<typeof runBlock>[2],
): Promise<BlockRun> {
  const isWholeJob = text.startsWith('jobs:');
  const workflow = isWholeJob ? text : `jobs:\n  recipe:\n${text.replaceAll(/^(?=.)/gm, '    ')}`;
  const { status, log, steps } = await runWorkflowFile(workflow, {
    repository: world.sample.githubJob.repository,
    actions: { 'org/entra-token@v1': repository },
    vars: variables,
    secrets: { ...secrets, ...(certificate ? { [certificate.secret]: secretText(certificate.content) } : {}) },
    runnerEnv: machine.env,
    debug: true,
    onLogLine,
  });
  return { succeeded: status === 'success', log, steps };
}

async function runOnAzure(
  { text }: Pick<RecipeBlock, 'text'>,
  { variables, secrets, certificate, parameters = {} }: Settings,
  { world, machine, onLogLine = () => undefined }: Parameters<typeof runBlock>[2],
): Promise<BlockRun> {
  const { azureDevOps } = world.emulator;
  const { organization, project, pipeline } = world.sample.azureDevOpsJob;
  const file = certificate && { id: randomUUID(), name: certificate.file, ticket: randomUUID() };
  if (file) azureDevOps.addSecureFile({ ...file, content: certificate.content });
  const { status, log, steps } = await runPipelineFile(text, {
    organization,
    project,
    pipeline,
    collectionUri: `${azureDevOps.origin}/${organization}/`,
    parameters,
    tasks: { 'EntraToken@1': join(repository, 'dist/ado-task/EntraTokenV1') },
    variables: inAzureSpelling(variables),
    secretVariables: inAzureSpelling(secrets),
    secureFiles: file ? [file] : [],
    agentEnv: machine.env,
    debug: true,
    onLogLine,
    ...azureDevOps.startJob(world.sample.azureDevOpsJob),
  });
  return { succeeded: status === 'Succeeded', log, steps };
}

/** A PEM as it is; base64 of anything else. */
function secretText(content: Uint8Array): string {
  const text = Buffer.from(content).toString('utf8');
  return text.includes('-----BEGIN') ? text : Buffer.from(content).toString('base64');
}

/** The pages call `AZURE_CLIENT_ID` of GitHub `clientId` on Azure Pipelines. */
function inAzureSpelling(settings: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => {
      const words = name.replace(/^(AZURE|ENTRA)_/, '').toLowerCase();
      return [spell(words.replaceAll('_', '-'), 'azure-pipelines'), value];
    }),
  );
}
