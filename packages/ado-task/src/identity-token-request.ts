import type { IdentityTokenRequest, Platform } from '@entra-token/core';

/**
 * The request for an identity token of a service connection, or of the pipeline itself where none is named:
 * https://learn.microsoft.com/rest/api/azure/devops/distributedtask/oidctoken/create
 * @returns undefined when the server or the agent knows no such tokens.
 */
export function identityTokenRequest(
  environment: Platform['environment'],
  connection: string | undefined,
): IdentityTokenRequest | undefined {
  const address = environment['SYSTEM_OIDCREQUESTURI'];
  const jobToken = environment['ENDPOINT_AUTH_PARAMETER_SYSTEMVSSCONNECTION_ACCESSTOKEN'];
  if (!address || !jobToken) return undefined;
  const url = new URL(address);
  url.searchParams.set('api-version', '7.1');
  if (connection !== undefined) url.searchParams.set('serviceConnectionId', connection);
  return {
    method: 'POST',
    url: url.href,
    headers: {
      authorization: `Bearer ${jobToken}`,
      accept: 'application/json',
      'content-type': 'application/json',
      // Or an invalid token would be answered with a redirect to a sign-in page.
      'x-tfs-fedauthredirect': 'Suppress',
      'user-agent': 'entra-token',
    },
    body: '',
    tokenProperty: 'oidcToken',
  };
}
