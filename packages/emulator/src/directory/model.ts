/** What a directory consists of. Everything but identifiers may be changed while the emulator runs. */

export interface Tenant {
  /** GUID. */
  readonly id: string;
  displayName: string;
  /** Verified domains, usable wherever the id is. */
  domains: string[];
  servicePrincipals: ServicePrincipal[];
}

export interface Application {
  /** GUID. */
  readonly clientId: string;
  /** The id of the tenant in which the application is registered; unset for Microsoft's own. */
  readonly homeTenantId: string | undefined;
  displayName: string;
  enabled: boolean;
  secrets: ClientSecret[];
  /** PEM. */
  certificates: string[];
  federatedCredentials: FederatedCredential[];
  /** App ID URIs, by which a scope names this application as a resource. */
  identifierUris: string[];
  /** The values of the app roles that other applications may be assigned. */
  appRoles: string[];
  /** The version of the access tokens for this resource. */
  requestedAccessTokenVersion: 1 | 2;
}

export interface ClientSecret {
  value: string;
  /** Never, if unset. */
  expiresOn?: Date;
}

export interface FederatedCredential {
  name: string;
  issuer: string;
  subject: string;
  audiences: string[];
}

/** An application's presence in one tenant. */
export interface ServicePrincipal {
  /** GUID; `oid` and `sub` of its app-only tokens. */
  readonly objectId: string;
  readonly application: Application;
  /** As a resource, refuses clients that have no role (AADSTS501051). */
  assignmentRequired: boolean;
  /** The roles this application has been assigned on resources in this tenant. */
  roleAssignments: RoleAssignment[];
}

export interface RoleAssignment {
  readonly resource: Application;
  readonly role: string;
}
