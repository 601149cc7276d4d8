import type { Cloud } from './clouds.js';

/**
 * The resources people ask for by name, where they are in each cloud. A resource that a cloud does not have, or has
 * several of, is absent there: https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure
 * and https://learn.microsoft.com/azure/china/resources-developer-guide
 */
export const resourceAliases = {
  graph: {
    public: 'https://graph.microsoft.com',
    usgov: 'https://graph.microsoft.us',
    china: 'https://microsoftgraph.chinacloudapi.cn',
  },
  arm: {
    public: 'https://management.azure.com',
    usgov: 'https://management.usgovcloudapi.net',
    china: 'https://management.chinacloudapi.cn',
  },
  keyvault: {
    public: 'https://vault.azure.net',
    usgov: 'https://vault.usgovcloudapi.net',
    china: 'https://vault.azure.cn',
  },
  storage: {
    public: 'https://storage.azure.com',
    usgov: 'https://storage.azure.com',
    china: 'https://storage.azure.com',
  },
  sql: {
    public: 'https://database.windows.net',
    usgov: 'https://database.usgovcloudapi.net',
    china: 'https://database.chinacloudapi.cn',
  },
  devops: { public: '499b84ac-1321-427f-aa17-267ca6975798' },
  powerplatform: { public: 'https://api.powerplatform.com' },
  loganalytics: {
    public: 'https://api.loganalytics.io',
    usgov: 'https://api.loganalytics.us',
    china: 'https://api.loganalytics.azure.cn',
  },
} as const satisfies Record<string, Partial<Record<Cloud, string>>>;

export type ResourceAlias = keyof typeof resourceAliases;

/** Whether a text is an alias, whatever the cloud. */
export function isResourceAlias(text: string): text is ResourceAlias {
  return Object.hasOwn(resourceAliases, text);
}

/** The resource an alias means in a cloud, or undefined where that cloud has no one address for it. */
export function resourceOf(alias: ResourceAlias, cloud: Cloud): string | undefined {
  const byCloud: Partial<Record<Cloud, string>> = resourceAliases[alias];
  return byCloud[cloud];
}
