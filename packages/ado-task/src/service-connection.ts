import { type Cloud, InputProblems, type Platform, type ServiceConnection } from '@entra-token/core';

/** The names the connection's form has for the clouds. */
const clouds: Readonly<Record<string, Cloud>> = {
  AzureCloud: 'public',
  AzureUSGovernment: 'usgov',
  AzureChinaCloud: 'china',
};

/**
 * Reads a service connection (Azure Resource Manager's or Azure DevOps') from the variables the agent describes it with
 * (`AddEndpointsToEnvironment` in
 * https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Worker/Handlers/Handler.cs). Their names keep
 * the id as it is and have everything else in upper case.
 * @param input the input that names it, for problems with it.
 * @throws {InputProblems} when the connection proves its identity in a way this step does not know.
 */
export function serviceConnection(environment: Platform['environment'], id: string, input: string): ServiceConnection {
  const parameter = (name: string) => environment[`ENDPOINT_AUTH_PARAMETER_${id}_${name}`];
  const data = (name: string) => environment[`ENDPOINT_DATA_${id}_${name}`];
  const scheme = environment[`ENDPOINT_AUTH_SCHEME_${id}`];
  if (scheme === undefined) {
    throw unusable(
      input,
      `the service connection '${id}' was not handed to this step. Does it exist, and may this pipeline use it?`,
    );
  }
  return {
    id,
    tenantId: parameter('TENANTID'),
    clientId: parameter('SERVICEPRINCIPALID') || data('MSICLIENTID') || undefined,
    cloud: clouds[data('ENVIRONMENT') ?? ''],
    authorityHost: data('ACTIVEDIRECTORYAUTHORITY') || data('ENVIRONMENTAUTHORITYURL') || undefined,
    proof: proofOf(scheme, parameter, input),
  };
}

/** The schemes of the connection's form: https://learn.microsoft.com/azure/devops/pipelines/library/azure-resource-manager-alternate-approaches */
function proofOf(
  scheme: string,
  parameter: (name: string) => string | undefined,
  input: string,
): ServiceConnection['proof'] {
  const clientSecret = parameter('SERVICEPRINCIPALKEY');
  const pem = parameter('SERVICEPRINCIPALCERTIFICATE');
  switch (scheme.toLowerCase()) {
    case 'workloadidentityfederation':
      return { kind: 'oidc' };
    case 'managedserviceidentity':
      return { kind: 'managed-identity' };
    case 'serviceprincipal':
      if (pem) return { kind: 'certificate', pem };
      if (clientSecret) return { kind: 'client-secret', clientSecret };
      throw unusable(input, 'its service principal holds neither a key nor a certificate.');
    default:
      throw unusable(
        input,
        `its scheme is ${scheme}, and this step takes workload identity federation, a service principal or a managed identity.`,
      );
  }
}

function unusable(input: string, problem: string): InputProblems {
  return new InputProblems([{ input, problem }]);
}
