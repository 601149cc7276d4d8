import type { Cloud } from '../authority/clouds.js';

/** What a service connection of Azure Pipelines supplies. */
export interface ServiceConnection {
  readonly id: string;
  readonly tenantId: string | undefined;
  readonly clientId: string | undefined;
  readonly cloud: Cloud | undefined;
  /** The authority it names, as it names it; it goes before the cloud's. */
  readonly authorityHost: string | undefined;
  /** How it proves its identity: with what it holds, by federation, or as the managed identity of the agent's machine. */
  readonly proof:
    | { readonly kind: 'client-secret'; readonly clientSecret: string }
    | { readonly kind: 'certificate'; readonly pem: string }
    | { readonly kind: 'oidc' }
    | { readonly kind: 'managed-identity' };
}
