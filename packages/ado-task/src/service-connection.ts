import { type Cloud, InputProblems, type Platform, type ServiceConnection } from '@entra-token/core';

/** The names the connection's form has for the clouds. */
const clouds: Readonly<Record<string, Cloud>> = {
  AzureCloud: 'public',
  AzureUSGovernment: 'usgov',
  AzureChinaCloud: 'china',
};

/**
 * Reads an Azure Resource Manager service connection from the variables the agent describes it with
 * (`AddEndpointsToEnvironment` in
 * https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Worker/Handlers/Handler.cs). Their names keep
 * the id as it is and have everything else in upper case.
 * @throws {InputProblems} when the connection proves its identity in a way this step does not know.
 */
export function serviceConnection(environment: Platform['environment'], id: string): ServiceConnection {
  const parameter = (name: string) => environment[`ENDPOINT_AUTH_PARAMETER_${id}_${name}`];
  const data = (name: string) => environment[`ENDPOINT_DATA_${id}_${name}`];
  const scheme = environment[`ENDPOINT_AUTH_SCHEME_${id}`];
  if (scheme === undefined) {
    throw unusable(
      `the service connection '${id}' was not handed to this step. Does it exist, and may this pipeline use it?`,
    );
  }
  return {
    id,
    tenantId: parameter('TENANTID'),
    clientId: parameter('SERVICEPRINCIPALID'),
    cloud: clouds[data('ENVIRONMENT') ?? ''],
    authorityHost: data('ACTIVEDIRECTORYAUTHORITY') || data('ENVIRONMENTAUTHORITYURL') || undefined,
    proof: proofOf(scheme, parameter),
  };
}

function proofOf(scheme: string, parameter: (name: string) => string | undefined): ServiceConnection['proof'] {
  if (scheme.toLowerCase() === 'workloadidentityfederation') return { kind: 'oidc' };
  const clientSecret = parameter('SERVICEPRINCIPALKEY');
  if (scheme.toLowerCase() === 'serviceprincipal' && clientSecret) return { kind: 'client-secret', clientSecret };
  const type = parameter('AUTHENTICATIONTYPE');
  throw unusable(
    `its scheme is ${scheme}${type ? ` with ${type}` : ''}, and this step takes workload identity federation or a secret key.`,
  );
}

function unusable(problem: string): InputProblems {
  return new InputProblems([{ input: 'azureSubscription', problem }]);
}
