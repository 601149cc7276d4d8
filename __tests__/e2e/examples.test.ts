import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type InputDeclaration, inputs, outputs, spell } from '@entra-token/core';
import { runPipelineFile, runWorkflowFile } from '@entra-token/stand-ins';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { repository } from '../repository.js';
import { expectNoLeaks } from './no-leaks.js';
import { connection } from './pipeline.js';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.end());

const workflowFile = join(repository, 'examples/github-actions.yml');
const pipelineFile = join(repository, 'examples/azure-pipelines.yml');

/** The inputs a file gives the step, and the outputs it takes from it. */
function namesIn(file: string, step: { with?: object; inputs?: object }, reference: RegExp) {
  return {
    inputs: Object.keys(step.with ?? step.inputs ?? {}),
    outputs: [...readFileSync(file, 'utf8').matchAll(reference)].map(([, name]) => name),
  };
}

const declared: readonly InputDeclaration[] = inputs;

describe('the workflow in examples/', () => {
  test('uses the names that are declared', () => {
    const [step] = parse(readFileSync(workflowFile, 'utf8')).jobs.report.steps;
    const names = namesIn(workflowFile, step, /steps\.entra\.outputs\.([\w-]+)/g);
    expect(declared.map(({ name }) => name)).toEqual(expect.arrayContaining(names.inputs));
    expect([...outputs.map(({ name }) => name), 'access-token-stock']).toEqual(expect.arrayContaining(names.outputs));
    expect(names.outputs.length).toBeGreaterThan(2);
  });

  test('runs as it is', async () => {
    const { emulator, sample, machineEnv } = world;
    const { log, status, steps } = await runWorkflowFile(workflowFile, {
      repository: sample.githubJob.repository,
      actions: { 'org/entra-token@v1': repository },
      vars: {
        AZURE_TENANT_ID: sample.tenantId,
        AZURE_CLIENT_ID: sample.clientId,
        INVENTORY_URL: emulator.api.origin,
      },
      oidc: emulator.github.startJob(sample.githubJob),
      // The one thing that an example for the real Entra cannot say itself.
      runnerEnv: { ...machineEnv, AZURE_AUTHORITY_HOST: emulator.entra.origin },
    });
    expect(log).toContain('"name":"Anvil"');
    expect(log).toMatch(/The token expires on \S+Z, in 359\d seconds/);
    expect(status).toBe('success');
    expectNoLeaks(log, steps, world.secrets());
  });
});

describe('the pipeline in examples/', () => {
  test('uses the names that are declared', () => {
    const [step] = parse(readFileSync(pipelineFile, 'utf8')).steps;
    const names = namesIn(pipelineFile, step, /\$\(entra\.(\w+)\)/g);
    const spelled = (all: readonly { name: string }[]) => all.map(({ name }) => spell(name, 'azure-pipelines'));
    expect(spelled(declared)).toEqual(expect.arrayContaining(names.inputs));
    expect([...spelled(outputs), 'accessTokenStock']).toEqual(expect.arrayContaining(names.outputs));
    expect(names.outputs.length).toBeGreaterThan(2);
  });

  test('runs as it is', async () => {
    const { emulator, sample, machineEnv } = world;
    const { organization, project, pipeline } = sample.azureDevOpsJob;
    const { log, status, steps } = await runPipelineFile(pipelineFile, {
      organization,
      project,
      pipeline,
      tasks: { 'EntraToken@1': join(repository, 'dist/ado-task/EntraTokenV1') },
      variables: { inventoryUrl: emulator.api.origin },
      serviceConnections: [connection(world, 'federated')],
      ...emulator.azureDevOps.startJob(sample.azureDevOpsJob),
      agentEnv: machineEnv,
    });
    expect(log).toContain('"name":"Anvil"');
    expect(log).toMatch(/The token expires on \S+Z, in 359\d seconds/);
    expect(status).toBe('Succeeded');
    expectNoLeaks(log, steps, world.secrets());
  });
});
