import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { AzureCliSetting } from './azure-cli-setting.js';
import { GRAPH_ORIGIN } from './directory-graph.js';
import { runProgram } from './run-program.js';

/** A service principal, and how it proves that it is one. */
export interface AzureCliIdentity {
  readonly clientId: string;
  readonly tenantId: string;
  /** The argument of `az login`: `--password=…` or `--federated-token=…`. */
  readonly proof: string;
}

/**
 * Signs a service principal in, in a cloud of its own whose endpoints are the emulator's.
 * Resolves with the environment in which `az` is signed in from then on; rejects with what it said if it is not.
 */
export async function signIn(
  { emulator, directory, caPath, proxyAddress }: AzureCliSetting,
  { clientId, tenantId, proof }: AzureCliIdentity,
): Promise<NodeJS.ProcessEnv> {
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
  // As JSON, because there is no argument for the endpoint of Microsoft Graph:
  // https://learn.microsoft.com/cli/azure/cloud#az-cloud-register
  const cloud = {
    endpoints: {
      activeDirectory: emulator.entra.origin,
      activeDirectoryResourceId: 'https://management.core.windows.net/',
      activeDirectoryGraphResourceId: 'https://graph.windows.net/',
      microsoftGraphResourceId: `${GRAPH_ORIGIN}/`,
      resourceManager: emulator.api.origin,
    },
  };
  const az = (...args: string[]) => runProgram('az', args, { env });
  await az('cloud', 'register', '--name', 'emulator', '--cloud-config', JSON.stringify(cloud));
  await az('cloud', 'set', '--name', 'emulator');
  await az(
    ...['login', '--service-principal', '--allow-no-subscriptions', '--output', 'none'],
    ...['--username', clientId, '--tenant', tenantId, proof],
  );
  return env;
}
