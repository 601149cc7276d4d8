import type { InputDeclaration } from './input-declaration.js';

/** A certificate may also authenticate the app in a grant that a user takes part in. */
const certificateUsers = ['certificate', 'refresh-token', 'on-behalf-of', 'password'] as const;

export const inputs = [
  {
    name: 'azure-subscription',
    label: 'Azure Resource Manager connection',
    help: 'The Azure Resource Manager service connection whose identity gets the token. Tenant, client id and cloud are taken from it.',
    platforms: ['azure-pipelines'],
    credentials: ['service-connection'],
    decides: 'service-connection',
    taskType: 'connectedService:AzureRM',
  },
  {
    // Spelled so that camelCase gives azureDevOpsServiceConnection.
    name: 'azure-dev-ops-service-connection',
    label: 'Azure DevOps connection',
    help: 'The Azure DevOps service connection whose identity gets the token. Tenant and client id are taken from it.',
    platforms: ['azure-pipelines'],
    credentials: ['service-connection'],
    decides: 'service-connection',
    taskType: 'connectedService:WorkloadIdentityUser',
  },
  {
    name: 'tenant-id',
    label: 'Tenant id',
    help: 'The directory (tenant) id, or a verified domain of the tenant.',
    environmentVariable: 'AZURE_TENANT_ID',
  },
  {
    name: 'client-id',
    label: 'Client id',
    help: 'The application (client) id of the app registration. With `managed-identity`, the client id of a user-assigned identity.',
    environmentVariable: 'AZURE_CLIENT_ID',
  },
  {
    name: 'scope',
    label: 'Scope',
    help: 'What the token is for, one scope a line: an alias (`graph`, `arm`, `keyvault`, `storage`, `sql`, `devops`, `powerplatform`, `loganalytics`), a resource (`api://inventory`), or a resource with `/.default`. `name=scope` gives the scope a name, and with it an output of its own. Where a user takes part, several permissions of one resource stand on one line (`api://inventory/Items.Read api://inventory/Items.Write`).',
    multiline: true,
  },
  {
    name: 'credential',
    label: 'Credential',
    help: "How the app proves its identity. `auto` takes the one kind whose inputs are present; with none, the job's own federated identity.",
    default: 'auto',
    choices: [
      { value: 'auto', label: 'auto' },
      { value: 'client-secret', label: 'client secret' },
      { value: 'certificate', label: 'certificate' },
      { value: 'oidc', label: 'federated identity of the job' },
      { value: 'federated-token', label: 'token of another issuer' },
      { value: 'managed-identity', label: 'managed identity' },
      { value: 'refresh-token', label: 'refresh token' },
      { value: 'on-behalf-of', label: 'on behalf of a user' },
      { value: 'device-code', label: 'device code' },
      { value: 'password', label: 'user name and password' },
      { value: 'service-connection', label: 'service connection', platforms: ['azure-pipelines'] },
    ],
  },
  {
    name: 'client-secret',
    label: 'Client secret',
    help: 'The value of a client secret of the app (not its id).',
    secret: true,
    credentials: ['client-secret', 'refresh-token', 'on-behalf-of', 'password'],
    decides: 'client-secret',
  },
  {
    name: 'certificate',
    label: 'Certificate',
    help: 'The certificate with its RSA private key: a PEM (`\\n` may stand for line ends), or the base64 of a PEM or a PFX.',
    secret: true,
    multiline: true,
    credentials: certificateUsers,
    decides: 'certificate',
  },
  {
    name: 'certificate-path',
    label: 'Certificate path',
    help: 'The path of a PEM or PFX file with the certificate and its key.',
    credentials: certificateUsers,
    decides: 'certificate',
  },
  {
    name: 'certificate-secure-file',
    label: 'Certificate secure file',
    help: 'A secure file of the library with the certificate and its key. It is read into memory and never written to disk.',
    platforms: ['azure-pipelines'],
    credentials: certificateUsers,
    decides: 'certificate',
    taskType: 'secureFile',
  },
  {
    name: 'certificate-password',
    label: 'Certificate password',
    help: 'The password of a PFX or of an encrypted key.',
    secret: true,
    credentials: certificateUsers,
  },
  {
    name: 'send-certificate-chain',
    label: 'Send certificate chain',
    help: 'Sends the certificate and its issuers along (`x5c`), for an app that trusts a subject name and issuer.',
    default: 'false',
    boolean: true,
  },
  {
    name: 'audience',
    label: 'Federation audience',
    help: "The audience that the app's federated credential expects. Default: the cloud's (`api://AzureADTokenExchange` in the public cloud). Azure Pipelines has a fixed one for its own identities.",
    credentials: ['oidc', 'managed-identity', 'on-behalf-of'],
  },
  {
    name: 'federated-token',
    label: 'Federated token',
    help: 'A token of another issuer that the app trusts by a federated credential.',
    secret: true,
    credentials: ['federated-token', 'refresh-token', 'on-behalf-of', 'password'],
    decides: 'federated-token',
  },
  {
    name: 'federated-token-file',
    label: 'Federated token file',
    help: 'The path of a file that holds such a token; it is read when the token is needed.',
    environmentVariable: 'AZURE_FEDERATED_TOKEN_FILE',
    credentials: ['federated-token', 'refresh-token', 'on-behalf-of', 'password'],
    decides: 'federated-token',
  },
  {
    name: 'managed-identity-client-id',
    label: 'Managed identity client id',
    help: 'The client id of the user-assigned managed identity that stands in as a federated credential of the app `client-id`.',
    credentials: ['managed-identity'],
    decides: 'managed-identity',
  },
  {
    name: 'refresh-token',
    label: 'Refresh token',
    help: 'A refresh token of a user. The rotated one is the output `refresh-token`; store it in its place.',
    secret: true,
    credentials: ['refresh-token'],
    decides: 'refresh-token',
  },
  {
    name: 'user-assertion',
    label: 'User assertion',
    help: 'The access token with which a user called this app, to go on to another API on behalf of that user.',
    secret: true,
    credentials: ['on-behalf-of'],
    decides: 'on-behalf-of',
  },
  {
    name: 'username',
    label: 'User name',
    help: 'The user principal name of a user who signs in with a password. Not possible with MFA; prefer any other way.',
    credentials: ['password'],
    decides: 'password',
  },
  {
    name: 'password',
    label: 'Password',
    help: "That user's password.",
    secret: true,
    credentials: ['password'],
  },
  {
    name: 'cloud',
    label: 'Cloud',
    help: 'The national cloud of the tenant. Default: `public`, or the cloud of the service connection.',
    choices: [
      { value: 'public', label: 'Azure public cloud' },
      { value: 'usgov', label: 'Azure US Government' },
      { value: 'china', label: 'Azure operated by 21Vianet in China' },
    ],
  },
  {
    name: 'authority-host',
    label: 'Authority host',
    help: 'Another authority to ask for the token, `https://…`, trusted as given. A path names what comes before `/oauth2`: `https://HOST/adfs`, or tenant and policy of B2C.',
    environmentVariable: 'AZURE_AUTHORITY_HOST',
  },
  {
    name: 'timeout',
    label: 'Timeout',
    help: 'Seconds the whole step may take. Default: 60; for a device code, as long as the code lives.',
  },
  {
    name: 'min-lifetime',
    label: 'Least lifetime',
    help: 'Seconds that every token must still live, or the step fails.',
    default: '0',
  },
  {
    name: 'require-audience',
    label: 'Required audience',
    help: 'The audience the first token must have, or the step fails and says which it has.',
  },
  {
    name: 'require-roles',
    label: 'Required roles',
    help: 'Roles or delegated scopes the first token must hold, all of them, or the step fails and says what to grant.',
    multiline: true,
  },
  {
    name: 'verify-url',
    label: 'Verify at',
    help: 'An https address to call once with the first token; the step fails, and says why, unless it answers 2xx.',
  },
  {
    name: 'export-variable',
    label: 'Export variable',
    help: 'Also exports the first token as this (masked) environment variable.',
  },
  {
    name: 'job-summary',
    label: 'Job summary',
    help: "Adds what was asked for, and for whom, to the job's summary. It never holds a secret.",
    default: 'true',
    boolean: true,
  },
] as const satisfies readonly InputDeclaration[];

export type InputName = (typeof inputs)[number]['name'];

/** The declaration of an input, with its optional properties. */
export function declarationOf(name: InputName): InputDeclaration {
  const declared: readonly InputDeclaration[] = inputs;
  const found = declared.find(input => input.name === name);
  if (!found) throw new Error(`No input is declared as ${name}`);
  return found;
}

/** What people call a kind of credential. */
export function credentialLabel(kind: string): string {
  return declarationOf('credential').choices?.find(({ value }) => value === kind)?.label ?? kind;
}
