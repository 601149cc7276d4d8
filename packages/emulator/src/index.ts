export type { Protection, RateLimit } from './api/protection.js';
export { connectionIdentity, type FederatedIdentity, pipelineIdentity } from './azure-devops/identity.js';
export type { AzureDevOpsJob, AzureDevOpsJobAccess, ServiceConnection } from './azure-devops/job.js';
export {
  type CertificateAndKey,
  type CertificateOptions,
  createCertificate,
} from './certificates/create-certificate.js';
export type { Directory, NewApplication, NewTenant } from './directory/directory.js';
export type {
  Application,
  ClientSecret,
  FederatedCredential,
  RoleAssignment,
  ServicePrincipal,
  Tenant,
} from './directory/model.js';
export { type Emulator, type EmulatorOptions, type Site, startEmulator } from './emulator.js';
export { githubSubject } from './github/claims.js';
export type { GitHubJob, GitHubJobAccess } from './github/job.js';
export type { RecordedRequest } from './http/exchange.js';
export { type OutgoingRequest, type ReceivedAnswer, send } from './http/send.js';
export { type SampleDirectory, sampleDirectory } from './sample-directory.js';
