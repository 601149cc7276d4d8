import { spell } from '@entra-token/core';
import type { StepResult } from '@entra-token/stand-ins';
import { inPipeline } from './pipeline.js';
import type { Run } from './runs.js';
import { inWorkflow } from './workflow.js';
import type { World } from './world.js';

/** What a step is given: plain inputs, and inputs whose values are secrets of the job; all by their contract's names. */
export interface Given {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
}

/** What came of a step, and the way to go on. */
export interface Gotten {
  readonly got: StepResult;
  /** An output by its name in the contract. */
  output(name: string): string | undefined;
  callApi(url?: string): Promise<StepResult>;
}

type InJob = (world: World, run: Run, given: Given, scenario: (gotten: Gotten) => Promise<void>) => Promise<void>;

const onGitHub: InJob = (world, run, { inputs = {}, secrets = {} }, scenario) =>
  inWorkflow(
    world,
    run,
    async ({ getToken, callApi }) => {
      const references = Object.keys(secrets).map(name => [name, `\${{ secrets.${variable(name)} }}`]);
      const got = await getToken({ ...inputs, ...Object.fromEntries(references) });
      await scenario({ got, callApi, output: name => got.outputs[name] });
    },
    { secrets: byVariable(secrets), exported: inputs['export-variable'] },
  );

const onAzure: InJob = (world, run, { inputs = {}, secrets = {} }, scenario) =>
  inPipeline(
    world,
    run,
    async ({ getToken, callApi }) => {
      const app = { 'tenant-id': world.sample.tenantId, 'client-id': world.sample.clientId };
      const references = Object.keys(secrets).map(name => [name, `$(${variable(name)})`]);
      const all: Record<string, string> = { ...app, ...inputs, ...Object.fromEntries(references) };
      const spelled = Object.entries(all).map(([name, value]) => [spell(name, 'azure-pipelines'), value]);
      const got = await getToken(Object.fromEntries(spelled));
      await scenario({ got, callApi, output: name => got.outputs[spell(name, 'azure-pipelines')] });
    },
    { secrets: byVariable(secrets), exported: inputs['export-variable'] },
  );

function variable(name: string): string {
  return name.toUpperCase().replaceAll('-', '_');
}

function byVariable(secrets: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(secrets).map(([name, value]) => [variable(name), value]));
}

const nodes = [
  ['Node 24', { node: 'n24', debug: true }],
  ['Node 20', { node: 'n20', debug: false }],
] as const;

/** Both platforms, on both runtimes; one of them with debug logging. */
export const platforms: readonly (readonly [name: string, inJob: InJob, run: Run])[] = nodes.flatMap(
  ([node, run]): [string, InJob, Run][] => [
    [`GitHub Actions, ${node}`, onGitHub, run],
    [`Azure Pipelines, ${node}`, onAzure, run],
  ],
);
