import { join } from 'node:path';
import {
  type PipelineJob,
  type PipelineStep,
  type SecureFile,
  type ServiceConnection,
  type StepResult,
  startPipelineJob,
} from '@entra-token/stand-ins';
import { repository } from '../repository.js';
import { expectNoLeaks } from './no-leaks.js';
import type { Run } from './runs.js';
import type { World } from './world.js';

/** A job on Azure Pipelines with the built task at hand. */
export interface Pipeline {
  readonly job: PipelineJob;
  /** The step that gets the token, `name: entra`; scope and authority are the sample's unless given. */
  getToken(inputs: Readonly<Record<string, string>>): Promise<StepResult>;
  /** Calls the sample API with the token, as the README tells people to. */
  callApi(url?: string): Promise<StepResult>;
}

/** Tenant and client id of the sample's app, for a step without a service connection. */
export function app({ sample }: World): { tenantId: string; clientId: string } {
  return { tenantId: sample.tenantId, clientId: sample.clientId };
}

/** The service connection of the sample's pipeline, with one of the proofs there are. */
export function connection(
  { sample, emulator }: World,
  proof: 'federated' | 'federated-old' | 'key' | 'certificate' | 'managed-identity' | 'token',
): ServiceConnection {
  const app = { serviceprincipalid: sample.clientId, tenantid: sample.tenantId };
  const authorizations: Record<typeof proof, ServiceConnection['authorization']> = {
    federated: { scheme: 'WorkloadIdentityFederation', parameters: app },
    'federated-old': { scheme: 'WorkloadIdentityFederation', parameters: app },
    key: {
      scheme: 'ServicePrincipal',
      parameters: { ...app, authenticationType: 'spnKey', serviceprincipalkey: sample.clientSecret },
    },
    certificate: {
      scheme: 'ServicePrincipal',
      parameters: {
        ...app,
        authenticationType: 'spnCertificate',
        servicePrincipalCertificate: sample.certificatePem,
      },
    },
    'managed-identity': { scheme: 'ManagedServiceIdentity', parameters: { tenantid: sample.tenantId } },
    token: { scheme: 'Token', parameters: { apitoken: 'not-for-entra' } },
  };
  return {
    id: proof === 'federated-old' ? sample.oldServiceConnectionId : sample.serviceConnectionId,
    name: 'production',
    type: 'azurerm',
    url: 'https://management.azure.com/',
    authorization: authorizations[proof],
    data: { environment: 'AzureCloud', activeDirectoryAuthority: `${emulator.entra.origin}/` },
  };
}

/** Runs a scenario in a job of its own, and then makes sure that none of the world's secrets shows. */
export async function inPipeline(
  world: World,
  { node, debug }: Run,
  scenario: (pipeline: Pipeline) => Promise<void>,
  {
    connections = [],
    secrets = {},
    secureFiles = [],
    variables = {},
    exported,
  }: {
    connections?: readonly ServiceConnection[];
    secrets?: Record<string, string>;
    secureFiles?: readonly SecureFile[];
    variables?: Record<string, string>;
    exported?: string | undefined;
  } = {},
): Promise<void> {
  const { emulator, sample, machineEnv, caFile } = world;
  const { organization, project, pipeline } = sample.azureDevOpsJob;
  const job = startPipelineJob({
    organization,
    project,
    pipeline,
    tasks: { 'EntraToken@1': join(repository, 'dist/ado-task/EntraTokenV1') },
    secretVariables: { clientSecret: sample.clientSecret, ...secrets },
    collectionUri: `${emulator.azureDevOps.origin}/${organization}/`,
    serviceConnections: connections,
    secureFiles,
    variables,
    agentEnv: machineEnv,
    debug,
    node,
    handler: node === 'n20' ? 'Node20_1' : 'Node24',
    ...emulator.azureDevOps.startJob(sample.azureDevOpsJob),
  });
  const steps: StepResult[] = [];
  const step = async (definition: PipelineStep) => {
    const result = await job.step(definition);
    steps.push(result);
    return result;
  };

  await scenario({
    job,
    getToken: inputs =>
      step({
        task: 'EntraToken@1',
        name: 'entra',
        inputs: { scope: sample.scope, authorityHost: emulator.entra.origin, ...inputs },
      }),
    callApi: (url = sample.apiUrl) =>
      step({
        bash: `curl --silent --show-error --fail-with-body -H "$AUTH" ${url}`,
        env: { AUTH: 'Authorization: $(entra.authorizationHeader)', CURL_CA_BUNDLE: caFile },
      }),
  });

  const { log, post } = await job.finish();
  expectNoLeaks(log, [...steps, ...post], world.secrets(), exported);
}
