import type { SampleDirectory } from '@entra-token/emulator';
import type { Attempt } from './attempt.js';
import { signIn } from './azure-cli-session.js';
import type { AzureCliSetting } from './azure-cli-setting.js';
import { runProgram } from './run-program.js';

export interface AzureCliOptions {
  readonly setting: AzureCliSetting;
  readonly sample: SampleDirectory;
  readonly getAssertion: () => Promise<string>;
  readonly certificatePath: string;
}

/** The Azure CLI, as a service principal. */
export function azureCliAttempts({ setting, sample, getAssertion, certificatePath }: AzureCliOptions): Attempt[] {
  const { clientId, tenantId, scope } = sample;
  const attempt = (credential: string, proof: () => Promise<string>): Attempt => ({
    peer: 'az',
    credential,
    async acquire() {
      const env = await signIn(setting, { clientId, tenantId, proof: await proof() });
      return runProgram(
        'az',
        [
          ...['account', 'get-access-token', '--tenant', tenantId, '--scope', scope],
          ...['--query', 'accessToken', '--output', 'tsv'],
        ],
        { env },
      );
    },
  });
  return [
    attempt('client secret', async () => `--password=${sample.clientSecret}`),
    attempt('certificate', async () => `--password=${certificatePath}`),
    attempt('federated token', async () => `--federated-token=${await getAssertion()}`),
  ];
}
