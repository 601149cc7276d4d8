import { join } from 'node:path';
import { runPipelineFile, runWorkflowFile, type StepResult } from '@entra-token/stand-ins';
import { repository } from '../repository.js';
import type { Setting } from './setting.js';

/** Runs a job of the demo's workflow with the committed action, as GitHub's runner would. */
export async function runWorkflowJob(
  { emulator, sample, machineEnv }: Setting,
  job: string,
): Promise<readonly StepResult[]> {
  const { steps } = await runWorkflowFile(join(repository, 'scripts/demo/github-actions.yml'), {
    job,
    repository: sample.githubJob.repository,
    actions: { 'org/entra-token@v1': repository },
    vars: {
      AUTHORITY_HOST: emulator.entra.origin,
      AZURE_TENANT_ID: sample.tenantId,
      AZURE_CLIENT_ID: sample.clientId,
      API: sample.apiUrl,
    },
    secrets: { AZURE_CLIENT_SECRET: sample.clientSecret, AZURE_CLIENT_CERTIFICATE: sample.certificatePem },
    oidc: emulator.github.startJob(sample.githubJob),
    runnerEnv: machineEnv,
  });
  return steps;
}

/** Runs a job of the demo's pipeline with the committed task, as Azure's agent would. */
export async function runPipelineJob(
  { emulator, sample, machineEnv }: Setting,
  job: string,
): Promise<readonly StepResult[]> {
  const { organization, project, pipeline } = sample.azureDevOpsJob;
  const { steps } = await runPipelineFile(join(repository, 'scripts/demo/azure-pipelines.yml'), {
    job,
    organization,
    project,
    pipeline,
    tasks: { 'EntraToken@1': join(repository, 'dist/ado-task/EntraTokenV1') },
    variables: {
      tenantId: sample.tenantId,
      clientId: sample.clientId,
      api: sample.apiUrl,
      AZURE_AUTHORITY_HOST: emulator.entra.origin,
    },
    // Azure Pipelines takes no secret of several lines, so the certificate has `\n` for its line ends.
    secretVariables: {
      clientSecret: sample.clientSecret,
      certificate: sample.certificatePem.replaceAll('\n', '\\n'),
    },
    serviceConnections: [
      {
        id: sample.serviceConnectionId,
        name: 'production',
        type: 'azurerm',
        authorization: {
          scheme: 'WorkloadIdentityFederation',
          parameters: { serviceprincipalid: sample.clientId, tenantid: sample.tenantId },
        },
        data: { environment: 'AzureCloud', activeDirectoryAuthority: `${emulator.entra.origin}/` },
      },
    ],
    ...emulator.azureDevOps.startJob(sample.azureDevOpsJob),
    agentEnv: machineEnv,
  });
  return steps;
}
