import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Emulator, SampleDirectory } from '@entra-token/emulator';
import type { Attempt } from './attempt.js';
import { runProgram } from './run-program.js';

export interface AzureCliOptions {
  readonly emulator: Emulator;
  readonly sample: SampleDirectory;
  readonly getAssertion: () => Promise<string>;
  readonly caPath: string;
  readonly certificatePath: string;
  /** Where a configuration directory is made for each login. */
  readonly directory: string;
  /** Leads the public cloud's host to the emulator. */
  readonly proxyAddress: string;
}

/** The Azure CLI, as a service principal, in a cloud of its own whose endpoints are the emulator's. */
export function azureCliAttempts(options: AzureCliOptions): Attempt[] {
  const { sample, certificatePath, getAssertion } = options;
  const attempt = (credential: string, proof: () => Promise<string[]>): Attempt => ({
    peer: 'az',
    credential,
    acquire: async () => signIn(options, await proof()),
  });
  return [
    attempt('client secret', async () => [`--password=${sample.clientSecret}`]),
    attempt('certificate', async () => [`--password=${certificatePath}`]),
    attempt('federated token', async () => [`--federated-token=${await getAssertion()}`]),
  ];
}

async function signIn(options: AzureCliOptions, proof: readonly string[]): Promise<string> {
  const { emulator, sample, directory, caPath, proxyAddress } = options;
  const env = {
    ...process.env,
    AZURE_CONFIG_DIR: await mkdtemp(join(directory, 'az-')),
    AZURE_CORE_COLLECT_TELEMETRY: 'no',
    REQUESTS_CA_BUNDLE: caPath,
    // In both cases, because Python prefers the lower one.
    HTTPS_PROXY: proxyAddress,
    https_proxy: proxyAddress,
    NO_PROXY: 'localhost',
    no_proxy: 'localhost',
  };
  const az = (...args: string[]) => runProgram('az', args, { env });

  await az(
    ...['cloud', 'register', '--name', 'emulator'],
    ...['--endpoint-active-directory', emulator.entra.origin],
    ...['--endpoint-active-directory-resource-id', 'https://management.core.windows.net/'],
    ...['--endpoint-active-directory-graph-resource-id', 'https://graph.windows.net/'],
    ...['--endpoint-resource-manager', emulator.api.origin],
  );
  await az('cloud', 'set', '--name', 'emulator');
  await az(
    ...['login', '--service-principal', '--allow-no-subscriptions', '--output', 'none'],
    ...['--username', sample.clientId, '--tenant', sample.tenantId, ...proof],
  );
  return az(
    ...['account', 'get-access-token', '--tenant', sample.tenantId, '--scope', sample.scope],
    ...['--query', 'accessToken', '--output', 'tsv'],
  );
}
