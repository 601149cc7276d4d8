import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Emulator, Tenant } from '@entra-token/emulator';
import { GRAPH_HOST, startDirectoryGraph } from './directory-graph.js';
import { startHostProxy } from './host-proxy.js';
import { createServerCertificate } from './server-certificate.js';

/** What the Azure CLI finds around it. */
export interface AzureCliSetting {
  readonly emulator: Emulator;
  /** Where a configuration directory is made for each login. */
  readonly directory: string;
  /** PEM of all the authorities to trust. */
  readonly caPath: string;
  /** Leads the hosts of the public cloud to this machine. */
  readonly proxyAddress: string;
  close(): Promise<void>;
}

export interface AzureCliSettingOptions {
  readonly emulator: Emulator;
  readonly tenant: Tenant;
  /** An existing one. */
  readonly directory: string;
  /** The name of the public cloud's authority. */
  readonly authorityHost: string;
}

/** Plays the public cloud for the Azure CLI: its authority is the emulator's, and its Microsoft Graph has one tenant. */
export async function startAzureCliSetting(options: AzureCliSettingOptions): Promise<AzureCliSetting> {
  const { emulator, tenant, directory, authorityHost } = options;
  const certificate = await createServerCertificate(GRAPH_HOST);
  const caPath = join(directory, 'az-ca.pem');
  await writeFile(caPath, emulator.caCertificate + certificate.certificate);
  answerAsResourceManager(emulator, tenant);

  const graph = await startDirectoryGraph({ emulator, tenant, certificate });
  const proxy = await startHostProxy(
    new Map([
      [authorityHost, emulator.entra.origin],
      [GRAPH_HOST, graph.origin],
    ]),
  );
  return {
    emulator,
    directory,
    caPath,
    proxyAddress: proxy.address,
    async close() {
      await Promise.all([proxy.close(), graph.close()]);
    },
  };
}

/** A login of the Azure CLI lists the subscriptions; here there are none. */
function answerAsResourceManager({ api, directory }: Emulator, tenant: Tenant): void {
  const manager = directory.findResource(tenant, 'https://management.azure.com');
  if (manager === undefined) throw new Error('The directory lacks Azure Resource Manager.');
  api.protect('/subscriptions', { tenant, resource: manager.application, answer: { value: [] } });
}
