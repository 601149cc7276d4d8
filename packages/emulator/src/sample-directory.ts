import { randomBytes, randomUUID } from 'node:crypto';
import { connectionIdentity, pipelineIdentity } from './azure-devops/identity.js';
import type { AzureDevOpsJob } from './azure-devops/job.js';
import { createCertificate } from './certificates/create-certificate.js';
import type { Application, Tenant } from './directory/model.js';
import type { Emulator } from './emulator.js';
import { githubSubject } from './github/claims.js';
import type { GitHubJob } from './github/job.js';
import { addSampleApis, type SampleApis } from './sample/sample-apis.js';
import { addSampleIdentities, type SampleIdentities } from './sample/sample-identities.js';
import { addSampleUsers, type SampleUsers } from './sample/sample-users.js';

/** A tenant with one client that can prove itself in every way, and APIs that it may call; and a user with others. */
export interface SampleDirectory extends SampleUsers, SampleApis {
  readonly tenant: Tenant;
  readonly tenantId: string;
  /** The tenant's verified domain. */
  readonly domain: string;
  /** The client: the application that pipelines sign in as. */
  readonly application: Application;
  readonly clientId: string;
  readonly clientSecret: string;
  /** PEM: the certificate, then its key. */
  readonly certificatePem: string;
  readonly certificate: string;
  readonly privateKey: string;
  /** The resource behind `apiUrl`. */
  readonly inventory: Application;
  readonly scope: string;
  readonly requiredRole: string;
  readonly apiUrl: string;
  /** Jobs whose tokens the client's federated credentials accept. */
  readonly githubJob: GitHubJob;
  readonly azureDevOpsJob: AzureDevOpsJob;
  /** The new form of service connection, whose tokens Entra issues. */
  readonly serviceConnectionId: string;
  /** The old form, whose tokens Azure DevOps issues. */
  readonly oldServiceConnectionId: string;
  /** What the host is given whose managed identity endpoints the emulator plays. */
  readonly managedIdentities: SampleIdentities;
}

const AUDIENCES = ['api://AzureADTokenExchange'];

/** Fills a started emulator's directory with a sample. */
export async function sampleDirectory(emulator: Emulator): Promise<SampleDirectory> {
  const { directory, entra, github, azureDevOps, api } = emulator;
  const { certificate, privateKey } = await createCertificate({ subject: 'CN=pipeline' });
  const domain = 'contoso.example';
  const tenant = directory.addTenant({ displayName: 'Contoso', domains: [domain] });

  const githubJob: GitHubJob = { repository: 'contoso/inventory', environment: 'production' };
  const connection = { id: randomUUID(), name: 'production', tenantId: tenant.id };
  const oldConnection = { id: randomUUID(), name: 'production-old' };
  const azureDevOpsJob: AzureDevOpsJob = {
    organization: 'contoso',
    organizationId: randomUUID(),
    project: 'inventory',
    pipeline: 'deploy',
    serviceConnections: [connection, oldConnection],
  };
  const origins = { azureDevOps: azureDevOps.origin, entra: entra.origin };

  // Entra's secrets are 40 characters, with some that have a meaning in forms and shells.
  const clientSecret = `em8Q~${randomBytes(24).toString('base64url')}~.-`;
  const application = directory.addApplication(tenant, {
    displayName: 'pipeline',
    secrets: [{ value: clientSecret }],
    certificates: [certificate],
    federatedCredentials: [
      { name: 'github', issuer: github.origin, subject: githubSubject(githubJob) },
      { name: 'connection', ...connectionIdentity(azureDevOpsJob, connection, origins) },
      { name: 'old-connection', ...connectionIdentity(azureDevOpsJob, oldConnection, origins) },
      { name: 'pipeline', ...pipelineIdentity(azureDevOpsJob, origins) },
    ].map(credential => ({ ...credential, audiences: [...AUDIENCES] })),
  });

  const requiredRole = 'Items.Read';
  const inventory = directory.addApplication(tenant, {
    displayName: 'inventory',
    identifierUris: ['api://inventory'],
    appRoles: [requiredRole],
    scopes: ['Items.Read', 'Items.Write'],
  });
  directory.assignRole(tenant, { client: application, resource: inventory, role: requiredRole });
  const path = '/api/items';
  api.protect(path, {
    tenant,
    resource: inventory,
    requiredRole,
    requiredScope: 'Items.Read',
    answer: [{ id: 1, name: 'Anvil' }],
  });

  return {
    tenant,
    tenantId: tenant.id,
    domain,
    application,
    clientId: application.clientId,
    clientSecret,
    certificatePem: certificate + privateKey,
    certificate,
    privateKey,
    inventory,
    scope: 'api://inventory/.default',
    requiredRole,
    apiUrl: api.origin + path,
    githubJob,
    azureDevOpsJob,
    serviceConnectionId: connection.id,
    oldServiceConnectionId: oldConnection.id,
    managedIdentities: addSampleIdentities(emulator, {
      tenant,
      trusting: application,
      resource: inventory,
      role: requiredRole,
    }),
    ...addSampleUsers(emulator, tenant, domain),
    ...addSampleApis(emulator, { tenant, client: application }),
  };
}
