import type { AzureDevOpsJob, ServiceConnection } from './job.js';

/** Who a token speaks for, and who issues it. */
export interface FederatedIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** The origins of the two issuers that Azure DevOps tokens come from. */
export interface IssuerOrigins {
  readonly azureDevOps: string;
  readonly entra: string;
}

/** Azure DevOps's own application in Entra. */
const AZURE_DEVOPS_CLIENT_ID = '499b84ac-1321-427f-aa17-267ca6975798';

/**
 * The issuer and subject that the federated credential of a service connection has to name.
 * https://learn.microsoft.com/azure/devops/pipelines/release/configure-workload-identity
 */
export function connectionIdentity(
  job: AzureDevOpsJob,
  connection: ServiceConnection,
  origins: IssuerOrigins,
): FederatedIdentity {
  const { tenantId } = connection;
  if (tenantId === undefined) {
    return {
      issuer: ownIssuer(job, origins),
      subject: `sc://${job.organization}/${job.project}/${connection.name}`,
    };
  }
  const prefix = `/eid1/c/pub/t/${encodeGuid(tenantId)}/a/${encodeGuid(AZURE_DEVOPS_CLIENT_ID)}`;
  return {
    issuer: `${origins.entra}/${tenantId}/v2.0`,
    subject: `${prefix}/sc/${job.organizationId}/${connection.id}`,
  };
}

/** The issuer and subject of a token for the pipeline itself. */
export function pipelineIdentity(job: AzureDevOpsJob, origins: IssuerOrigins): FederatedIdentity {
  return {
    issuer: ownIssuer(job, origins),
    subject: `p://${job.organization}/${job.project}/${job.pipeline}`,
  };
}

function ownIssuer({ organizationId }: AzureDevOpsJob, { azureDevOps }: IssuerOrigins): string {
  return `${azureDevOps}/${organizationId}`;
}

/** A GUID's sixteen bytes in base64url, with the first three groups in .NET's little-endian order. */
function encodeGuid(guid: string): string {
  const [a = '', b = '', c = '', d = '', e = ''] = guid.split('-');
  const littleEndian = [a, b, c].map(group => Buffer.from(group, 'hex').reverse());
  return Buffer.concat([...littleEndian, Buffer.from(d + e, 'hex')]).toString('base64url');
}
