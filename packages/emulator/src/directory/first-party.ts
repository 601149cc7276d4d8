import type { Application } from './model.js';

export const GRAPH_CLIENT_ID = '00000003-0000-0000-c000-000000000000';
export const TOKEN_EXCHANGE_URI = 'api://AzureADTokenExchange';
export const TOKEN_EXCHANGE_CLIENT_ID = 'fb60f99c-7a34-4190-8149-302f77469936';

/**
 * Microsoft's own resources that pipelines call most. Client ids as Microsoft lists them:
 * https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in
 */
export function firstPartyApplications(): Application[] {
  return [
    {
      ...firstParty('Microsoft Graph', GRAPH_CLIENT_ID, 'https://graph.microsoft.com'),
      appRoles: ['User.Read.All', 'Mail.Read'],
      scopes: ['User.Read', 'User.Read.All', 'Mail.Read'],
    },
    firstParty(
      'Windows Azure Service Management API',
      '797f4846-ba00-4fd7-ba43-dac1f8f63013',
      'https://management.azure.com',
      'https://management.core.windows.net',
    ),
    firstParty('Azure Key Vault', 'cfa8b339-82a2-471a-a3c9-0fc0be7a4093', 'https://vault.azure.net'),
    firstParty('Azure Storage', 'e406a681-f3d4-42a8-90b6-c2b029497af1', 'https://storage.azure.com'),
    firstParty('Azure SQL Database', '022907d3-0f1b-48f7-badc-1ba6abab6d66', 'https://database.windows.net'),
    firstParty('Azure DevOps', '499b84ac-1321-427f-aa17-267ca6975798', 'https://app.vssps.visualstudio.com'),
    {
      ...firstParty('Power Platform API', '8578e004-a5c6-46e7-913e-12f58912df43', 'https://api.powerplatform.com'),
      scopes: ['AppManagement.ApplicationPackages.Read', 'EnvironmentManagement.Environments.Read'],
    },
    firstParty('Log Analytics API', 'ca7f3f0b-7d91-482c-8e09-c5d840d0eac5', 'https://api.loganalytics.io'),
    {
      ...firstParty('AAD Token Exchange Endpoint', TOKEN_EXCHANGE_CLIENT_ID),
      identifierUris: [TOKEN_EXCHANGE_URI],
      scopes: [],
      // Its tokens name it by its client id, where federated credentials name it by its URI.
      requestedAccessTokenVersion: 2,
    },
  ];
}

function firstParty(displayName: string, clientId: string, ...uris: string[]): Application {
  return {
    clientId,
    homeTenantId: undefined,
    displayName,
    enabled: true,
    secrets: [],
    certificates: [],
    federatedCredentials: [],
    // Their App ID URIs are registered with and without a slash at the end, and `aud` repeats the form asked for.
    identifierUris: uris.flatMap(uri => [uri, `${uri}/`]),
    appRoles: [],
    scopes: ['user_impersonation'],
    publicClient: false,
    requestedAccessTokenVersion: 1,
  };
}
