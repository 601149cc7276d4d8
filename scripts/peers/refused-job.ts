import { join } from 'node:path';
import type { Emulator, SampleDirectory } from '@entra-token/emulator';
import { runWorkflowFile, type WorkflowRun } from '@entra-token/stand-ins';
import { repository } from '../repository.js';

export interface RefusedJobOptions {
  readonly emulator: Emulator;
  readonly sample: SampleDirectory;
  /** PEM of the emulator's certificate authority. */
  readonly caPath: string;
}

/** Runs the committed action as GitHub's runner would, in an environment that the sample's app does not trust. */
export function runRefusedJob({ emulator, sample, caPath }: RefusedJobOptions): Promise<WorkflowRun> {
  return runWorkflowFile(join(repository, 'scripts/peers/refused-job.yml'), {
    repository: sample.githubJob.repository,
    actions: { 'org/entra-token@v1': repository },
    vars: { AZURE_TENANT_ID: sample.tenantId, AZURE_CLIENT_ID: sample.clientId, API: sample.apiUrl },
    oidc: emulator.github.startJob({ ...sample.githubJob, environment: 'staging' }),
    runnerEnv: { NODE_EXTRA_CA_CERTS: caPath, CURL_CA_BUNDLE: caPath, AZURE_AUTHORITY_HOST: emulator.entra.origin },
  });
}
