import type { PlatformName } from '../platform.js';

/** A value that an input chooses from. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly platforms?: readonly PlatformName[];
}

/**
 * The ways to prove an identity. `service-connection` stands for whatever the named Azure Pipelines service connection
 * holds.
 */
export type CredentialKind = 'client-secret' | 'certificate' | 'oidc' | 'service-connection';

/** One input, declared once for both platforms: metadata, README and parsing all come from here. */
export interface InputDeclaration {
  /** kebab-case; `spell` gives the platform's form. */
  readonly name: string;
  /** A short name for forms. */
  readonly label: string;
  /** What it means, in a sentence or two of markdown. */
  readonly help: string;
  readonly default?: string;
  /** Its value is masked before anything else happens. */
  readonly secret?: true;
  readonly multiline?: true;
  readonly boolean?: true;
  readonly choices?: readonly Choice[];
  /** The variable of the Azure SDKs that stands in when the input is unset. */
  readonly environmentVariable?: string;
  /** Where it exists; everywhere when absent. */
  readonly platforms?: readonly PlatformName[];
  /** The credentials that use it; all when absent. Giving it makes `auto` choose among these. */
  readonly credentials?: readonly CredentialKind[];
  /** The kind of Azure Pipelines service connection it names. */
  readonly connectionType?: string;
}

export const inputs = [
  {
    name: 'azure-subscription',
    label: 'Azure Resource Manager connection',
    help: 'The Azure Resource Manager service connection whose identity gets the token. Tenant, client id and cloud are taken from it.',
    platforms: ['azure-pipelines'],
    credentials: ['service-connection'],
    connectionType: 'connectedService:AzureRM',
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
    help: 'The application (client) id of the app registration or managed identity.',
    environmentVariable: 'AZURE_CLIENT_ID',
  },
  {
    name: 'scope',
    label: 'Scope',
    help: 'What the token is for, one scope a line: an alias (`graph`, `arm`, `keyvault`, `storage`, `sql`, `devops`, `powerplatform`, `loganalytics`), a resource (`api://inventory`), or a resource with `/.default`. `name=scope` gives the scope a name, and with it an output of its own.',
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
      { value: 'service-connection', label: 'service connection', platforms: ['azure-pipelines'] },
    ],
  },
  {
    name: 'client-secret',
    label: 'Client secret',
    help: 'The value of a client secret of the app (not its id).',
    secret: true,
    credentials: ['client-secret'],
  },
  {
    name: 'certificate',
    label: 'Certificate',
    help: 'A PEM with the certificate and its RSA private key. `\\n` may stand for line ends.',
    secret: true,
    multiline: true,
    credentials: ['certificate'],
  },
  {
    name: 'certificate-path',
    label: 'Certificate path',
    help: 'The path of a file that holds what `certificate` would.',
    credentials: ['certificate'],
  },
  {
    name: 'audience',
    label: 'Federation audience',
    help: "The audience that the app's federated credential expects. Default: the cloud's (`api://AzureADTokenExchange` in the public cloud).",
    platforms: ['github-actions'],
    credentials: ['oidc'],
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
    help: 'Another authority to ask for the token, `https://…`. It is trusted as given.',
    environmentVariable: 'AZURE_AUTHORITY_HOST',
  },
  {
    name: 'timeout',
    label: 'Timeout',
    help: 'Seconds the whole step may take.',
    default: '60',
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

/** Whether something that may name its platforms exists on this one. */
export function existsOn(platform: PlatformName, declared: { readonly platforms?: readonly PlatformName[] }): boolean {
  return declared.platforms?.includes(platform) ?? true;
}
