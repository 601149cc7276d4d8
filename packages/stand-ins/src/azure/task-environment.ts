import type { PipelineState } from './pipeline-state.js';
import type { SecureFile, ServiceConnection } from './service-connection.js';
import { environmentName, type Variables } from './variables.js';

type Environment = Record<string, string>;

/** Public variables by name, secret ones as `SECRET_*`, and the lists of their names. */
export function variableEnvironment(variables: Variables, { withSecrets } = { withSecrets: true }): Environment {
  const environment: Environment = {};
  const names: { readonly public: string[]; readonly secret: string[] } = { public: [], secret: [] };
  for (const { name, value, secret, preserveCase } of variables.all()) {
    const formatted = environmentName(name, preserveCase);
    if (name.toLowerCase() === 'agent.jobstatus') environment[name] = value;
    if (!secret) environment[formatted] = value;
    else if (withSecrets) environment[`SECRET_${formatted}`] = value;
    names[secret ? 'secret' : 'public'].push(name);
  }
  environment['VSTS_PUBLIC_VARIABLES'] = JSON.stringify(names.public);
  environment['VSTS_SECRET_VARIABLES'] = JSON.stringify(names.secret);
  return environment;
}

/** `INPUT_<NAME>`. */
export function inputEnvironment(inputs: ReadonlyMap<string, string>): Environment {
  return Object.fromEntries([...inputs].map(([name, value]) => [`INPUT_${environmentName(name)}`, value]));
}

/** `ENDPOINT_*` of the connections that the task names. Their ids stay as they are; only the last part is upper-cased. */
export function connectionEnvironment(connections: readonly ServiceConnection[]): Environment {
  const environment: Environment = {};
  for (const { id, url, authorization, data = {} } of connections) {
    const key = id.toLowerCase();
    Object.assign(
      environment,
      authorizationEnvironment(key, url === undefined ? '' : new URL(url).href, authorization),
    );
    environment[`ENDPOINT_DATA_${key}`] = JSON.stringify(data);
    for (const [name, value] of Object.entries(data))
      environment[`ENDPOINT_DATA_${key}_${environmentName(name)}`] = value;
  }
  return environment;
}

/** The connection to Azure DevOps itself, which every task gets. It has no data. */
export function systemConnectionEnvironment(job: PipelineState): Environment {
  return authorizationEnvironment('SYSTEMVSSCONNECTION', job.collectionUri, {
    scheme: 'OAuth',
    parameters: { AccessToken: job.jobToken },
  });
}

function authorizationEnvironment(
  key: string,
  url: string,
  { parameters, scheme }: ServiceConnection['authorization'],
): Environment {
  const environment: Environment = {
    [`ENDPOINT_URL_${key}`]: url,
    [`ENDPOINT_AUTH_${key}`]: JSON.stringify({ parameters, scheme }),
    [`ENDPOINT_AUTH_SCHEME_${key}`]: scheme,
  };
  for (const [name, value] of Object.entries(parameters)) {
    environment[`ENDPOINT_AUTH_PARAMETER_${key}_${environmentName(name)}`] = value;
  }
  return environment;
}

/** `SECUREFILE_*` of the files that the task names. */
export function secureFileEnvironment(files: readonly SecureFile[]): Environment {
  return Object.fromEntries(
    files.flatMap(({ id, name, ticket }) => [
      [`SECUREFILE_NAME_${id.toLowerCase()}`, name],
      [`SECUREFILE_TICKET_${id.toLowerCase()}`, ticket],
    ]),
  );
}

/** `VSTS_TASKVARIABLE_*`. */
export function taskVariableEnvironment(variables: Variables): Environment {
  return Object.fromEntries(
    variables
      .all()
      .map(({ name, value, preserveCase }) => [`VSTS_TASKVARIABLE_${environmentName(name, preserveCase)}`, value]),
  );
}
