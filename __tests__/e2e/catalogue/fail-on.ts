import { join } from 'node:path';
import { type PlatformName, spell } from '@entra-token/core';
import { type StepResult, startPipelineJob, startWorkflowJob } from '@entra-token/stand-ins';
import { repository } from '../../repository.js';
import type { World } from '../world.js';
import type { Failing, FaultySiteName } from './way.js';

type FailOn = (world: World, failing: Failing) => Promise<StepResult>;

/** Runs the built bundle in a job of its own, into a failure. */
export const failOn: Readonly<Record<PlatformName, FailOn>> = {
  'github-actions': inSite(
    async ({ emulator, sample, machineEnv }, { inputs, secrets = {}, machine, idToken = true, workflow }) => {
      const job = startWorkflowJob({
        repository: sample.githubJob.repository,
        actions: { 'org/entra-token@v1': repository },
        secrets: byVariable(secrets),
        runnerEnv: { ...machineEnv, ...machine },
        node: 'n24',
        ...(idToken ? { oidc: emulator.github.startJob(sample.githubJob) } : {}),
        ...workflow,
      });
      const references = Object.keys(secrets).map(name => [name, `\${{ secrets.${variable(name)} }}`]);
      const given = { ...inputs, ...Object.fromEntries(references) };
      const result = await job.step({ uses: 'org/entra-token@v1', with: given });
      await job.finish();
      return result;
    },
  ),
  'azure-pipelines': inSite(async ({ emulator, sample, machineEnv }, { inputs, secrets = {}, machine, pipeline }) => {
    const { organization, project, pipeline: name } = sample.azureDevOpsJob;
    const job = startPipelineJob({
      organization,
      project,
      pipeline: name,
      tasks: { 'EntraToken@1': join(repository, 'dist/ado-task/EntraTokenV1') },
      secretVariables: byVariable(secrets),
      collectionUri: `${emulator.azureDevOps.origin}/${organization}/`,
      agentEnv: { ...machineEnv, ...machine },
      node: 'n24',
      ...emulator.azureDevOps.startJob(sample.azureDevOpsJob),
      ...pipeline,
    });
    const references = Object.keys(secrets).map(secret => [secret, `$(${variable(secret)})`]);
    const given: [string, string][] = Object.entries({ ...inputs, ...Object.fromEntries(references) });
    const spelled = given.map(([input, value]) => [spell(input, 'azure-pipelines'), value]);
    const result = await job.step({ task: 'EntraToken@1', inputs: Object.fromEntries(spelled) });
    await job.finish();
    return result;
  }),
};

/** Lets things go wrong at the sites for one step, and then no more. */
function inSite(run: FailOn): FailOn {
  return async (world, failing) => {
    const { sample, emulator } = world;
    const { faults = {}, meanwhile, end } = failing;
    const inputs = {
      'tenant-id': sample.tenantId,
      'client-id': sample.clientId,
      scope: sample.scope,
      'authority-host': emulator.entra.origin,
      ...failing.inputs,
    };
    const sites: readonly FaultySiteName[] = ['entra', 'github', 'azureDevOps'];
    for (const site of sites) emulator[site].faults.always(faults[site]);
    const ended = new AbortController();
    try {
      const step = run(world, { ...failing, inputs }).finally(() => ended.abort());
      const [result] = await Promise.all([step, meanwhile?.(ended.signal)]);
      return result;
    } finally {
      for (const site of sites) emulator[site].faults.always(undefined);
      await end?.();
    }
  };
}

function variable(name: string): string {
  return name.toUpperCase().replaceAll('-', '_');
}

function byVariable(secrets: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(secrets).map(([name, value]) => [variable(name), value]));
}
