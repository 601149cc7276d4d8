/** What a directory consists of. Everything but identifiers may be changed while the emulator runs. */

export interface Tenant {
  /** GUID. */
  readonly id: string;
  displayName: string;
  /** Verified domains, usable wherever the id is. */
  domains: string[];
  servicePrincipals: ServicePrincipal[];
  users: User[];
  managedIdentities: ManagedIdentity[];
  /** The policies of an Azure AD B2C tenant, in lower case; other tenants have none. */
  policies: string[];
}

/** A person's account in a tenant. */
export interface User {
  /** GUID; `oid` of the user's tokens. */
  readonly objectId: string;
  /** What the user signs in with. */
  userPrincipalName: string;
  password: string;
  displayName: string;
  /** Has to prove more than a password, which no request to the token endpoint can. */
  mfaRequired: boolean;
  disabled: boolean;
  locked: boolean;
  passwordExpired: boolean;
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
  /** The names of the delegated permissions that this resource defines, such as `Items.Read`. */
  scopes: string[];
  /** Runs on a user's device, so it has no credential. */
  publicClient: boolean;
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
  /** The delegated permissions that were consented to for this application; all that there are, if not listed. */
  consents: 'all' | Consent[];
}

/** The consent to some delegated permissions of a resource. */
export interface Consent {
  readonly resource: Application;
  readonly scopes: readonly string[];
}

/** An identity that Azure gives to a machine or service, and keeps the credentials of. */
export interface ManagedIdentity {
  readonly kind: 'system-assigned' | 'user-assigned';
  /** To assign roles to; its client id is the identity's. */
  readonly application: Application;
  readonly servicePrincipal: ServicePrincipal;
  /** Azure Resource Manager's id of it. */
  readonly resourceId: string;
}

export interface RoleAssignment {
  readonly resource: Application;
  readonly role: string;
}
