import type { Platform } from '../platform.js';
import type { HttpRequest } from '../transport/http.js';

/** The request for a managed identity's token. */
export interface ManagedIdentityRequest extends HttpRequest {
  /** Its first answer is a challenge (Azure Arc). */
  readonly challenged: boolean;
}

/**
 * Finds the endpoint that this machine has, by the variables the Azure SDKs go by, and asks it for a token.
 * App Service and Functions: https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
 * Azure Arc: https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication
 * Virtual machines: https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token
 * @param clientId of a user-assigned identity.
 */
export function managedIdentityRequest(
  environment: Platform['environment'],
  resource: string,
  clientId: string | undefined,
): ManagedIdentityRequest {
  const endpoint = environment['IDENTITY_ENDPOINT'];
  const header = environment['IDENTITY_HEADER'];
  const parameters = { resource, ...(clientId ? { client_id: clientId } : {}) };
  if (endpoint && header) {
    return { ...get(endpoint, '2019-08-01', parameters, { 'x-identity-header': header }), challenged: false };
  }
  if (endpoint && environment['IMDS_ENDPOINT']) {
    return { ...get(endpoint, '2020-06-01', parameters, { metadata: 'true' }), challenged: true };
  }
  const host = environment['AZURE_POD_IDENTITY_AUTHORITY_HOST'] || 'http://169.254.169.254';
  const imds = `${host.replace(/\/+$/, '')}/metadata/identity/oauth2/token`;
  return { ...get(imds, '2018-02-01', parameters, { metadata: 'true' }), challenged: false };
}

function get(
  endpoint: string,
  version: string,
  parameters: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): HttpRequest {
  const url = new URL(endpoint);
  url.searchParams.set('api-version', version);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { method: 'GET', url: url.href, headers, allowPlainHttp: true };
}
