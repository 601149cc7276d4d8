export type { Protection, RateLimit } from './api/protection.js';
export { connectionIdentity, type FederatedIdentity, pipelineIdentity } from './azure-devops/identity.js';
export type { AzureDevOpsJob, AzureDevOpsJobAccess, ServiceConnection } from './azure-devops/job.js';
export type { SecureFile } from './azure-devops/secure-files.js';
export {
  type CertificateAndKey,
  type CertificateOptions,
  createCertificate,
} from './certificates/create-certificate.js';
export type { Directory, NewApplication, NewManagedIdentity, NewTenant, NewUser } from './directory/directory.js';
export type {
  Application,
  ClientSecret,
  Consent,
  FederatedCredential,
  ManagedIdentity,
  RoleAssignment,
  ServicePrincipal,
  Tenant,
  User,
} from './directory/model.js';
export { type Emulator, type EmulatorOptions, type FaultySite, type Site, startEmulator } from './emulator.js';
export type { DeviceCodeOptions } from './entra/device-codes/device-codes.js';
export type { NewRefreshToken, SignIns } from './entra/sign-ins.js';
export type { Fault, LastingFault } from './faults/fault.js';
export type { Faults } from './faults/fault-script.js';
export { githubSubject } from './github/claims.js';
export type { GitHubJob, GitHubJobAccess } from './github/job.js';
export type { RecordedRequest } from './http/exchange.js';
export { type OutgoingRequest, type ReceivedAnswer, send } from './http/send.js';
export type { HostEnvironments } from './managed-identity/host-environments.js';
export { type HttpProxy, type HttpProxyOptions, type ProxiedRequest, startProxy } from './proxy/proxy.js';
export type { SampleApis } from './sample/sample-apis.js';
export type { SampleIdentities } from './sample/sample-identities.js';
export type { SampleUsers } from './sample/sample-users.js';
export { type SampleDirectory, sampleDirectory } from './sample-directory.js';
