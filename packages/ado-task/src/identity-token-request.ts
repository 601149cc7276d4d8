import { type IdentityTokenRequest, type Platform, StepFailure } from '@entra-token/core';

/**
 * The request for an identity token of a service connection, or of the pipeline itself where none is named:
 * https://learn.microsoft.com/rest/api/azure/devops/distributedtask/oidctoken/create
 * @throws {StepFailure} when the server hands out no such tokens.
 */
export function identityTokenRequest(
  environment: Platform['environment'],
  connection: string | undefined,
): IdentityTokenRequest {
  const address = environment['SYSTEM_OIDCREQUESTURI'];
  const jobToken = environment['ENDPOINT_AUTH_PARAMETER_SYSTEMVSSCONNECTION_ACCESSTOKEN'];
  if (!address || !jobToken) {
    throw new StepFailure({
      title: 'No identity token',
      what: 'This server or agent offers no identity tokens to a pipeline.',
      fix: 'Use Azure DevOps Services with a current agent, or give a client secret or a certificate.',
      facts: [],
    });
  }
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
