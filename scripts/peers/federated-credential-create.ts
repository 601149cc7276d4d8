import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Emulator, SampleDirectory } from '@entra-token/emulator';
import { type AzureCliIdentity, signIn } from './azure-cli-session.js';
import type { AzureCliSetting } from './azure-cli-setting.js';
import { GRAPH_ORIGIN, WRITE_APPLICATIONS } from './directory-graph.js';
import { printedCredential } from './printed-credential.js';
import { runRefusedJob } from './refused-job.js';
import { runProgram } from './run-program.js';

export interface FederatedCredentialOptions {
  readonly setting: AzureCliSetting;
  readonly sample: SampleDirectory;
  /** PEM of the emulator's certificate authority. */
  readonly caPath: string;
}

/**
 * Runs a job that is refused, creates the federated credential that its log shows with the command beside it, and runs
 * the job again. Rejects if the job is not refused at first, the command fails, or the job is refused again.
 */
export async function createPrintedCredential({ setting, sample, caPath }: FederatedCredentialOptions): Promise<void> {
  const { emulator, directory } = setting;
  const refused = await runRefusedJob({ emulator, sample, caPath });
  if (refused.status !== 'failure') throw new Error(`The job was not refused:\n${refused.log}`);

  const { file, json, command } = printedCredential(refused.log);
  const folder = await mkdtemp(join(directory, 'credential-'));
  await writeFile(join(folder, file), json);
  const env = await signIn(setting, addAdministrator(emulator, sample));
  await runProgram('sh', ['-c', command], { env, folder });

  const repeated = await runRefusedJob({ emulator, sample, caPath });
  if (repeated.status !== 'success') throw new Error(`The job was refused again:\n${repeated.log}`);
}

/** An app that may change the others of the tenant. */
function addAdministrator({ directory }: Emulator, { tenant }: SampleDirectory): AzureCliIdentity {
  const resource = directory.findResource(tenant, GRAPH_ORIGIN)?.application;
  if (resource === undefined) throw new Error('The directory lacks Microsoft Graph.');
  const secret = 'Adm8Q~of-the-peers-script';
  const client = directory.addApplication(tenant, { displayName: 'administrator', secrets: [{ value: secret }] });
  directory.assignRole(tenant, { client, resource, role: WRITE_APPLICATIONS });
  return { clientId: client.clientId, tenantId: tenant.id, proof: `--password=${secret}` };
}
