import { randomUUID } from 'node:crypto';
import { firstPartyApplications } from './first-party.js';
import type { Application, Consent, ManagedIdentity, ServicePrincipal, Tenant, User } from './model.js';

export type NewTenant = Partial<Pick<Tenant, 'id' | 'displayName' | 'domains' | 'policies'>>;
export type NewApplication = Partial<Omit<Application, 'homeTenantId'>>;
export type NewUser = Partial<Omit<User, 'objectId'>> & Pick<User, 'userPrincipalName'>;
export interface NewManagedIdentity {
  readonly kind: ManagedIdentity['kind'];
  readonly name?: string;
}

/** All tenants and applications that the emulator knows. Changes take effect with the next request. */
export class Directory {
  readonly tenants: Tenant[] = [];
  /** Those that were registered; Microsoft's own are not among them. */
  readonly applications: Application[] = [];
  /** The one AD FS farm, which holds no Microsoft applications, and whose client ids may be any text. */
  readonly adfs: Tenant = emptyTenant('adfs', 'AD FS');
  readonly #firstParty = firstPartyApplications();

  /** Adds a tenant, in which Microsoft's own resources are present already. */
  addTenant({ id = randomUUID(), displayName = 'Contoso', ...settings }: NewTenant = {}): Tenant {
    const tenant: Tenant = { ...emptyTenant(id, displayName), ...settings };
    this.tenants.push(tenant);
    for (const application of this.#firstParty) this.addServicePrincipal(tenant, application);
    return tenant;
  }

  /** Registers an application in a tenant, and makes it present there. */
  addApplication(tenant: Tenant, settings: NewApplication = {}): Application {
    const application = newApplication({ ...settings, homeTenantId: tenant.id });
    this.applications.push(application);
    this.addServicePrincipal(tenant, application);
    return application;
  }

  /** Makes an application present in a tenant, as an administrator's consent does. */
  addServicePrincipal(tenant: Tenant, application: Application): ServicePrincipal {
    const principal: ServicePrincipal = {
      objectId: randomUUID(),
      application,
      assignmentRequired: false,
      roleAssignments: [],
      consents: 'all',
    };
    tenant.servicePrincipals.push(principal);
    return principal;
  }

  /**
   * Assigns an app role of `resource` to `client`.
   * @throws Error if the resource defines no such role, or the client is not present in the tenant
   */
  assignRole(
    tenant: Tenant,
    { client, resource, role }: { client: Application; resource: Application; role: string },
  ): void {
    if (!resource.appRoles.includes(role)) throw new Error(`${resource.displayName} defines no app role '${role}'.`);
    this.servicePrincipal(tenant, client).roleAssignments.push({ resource, role });
  }

  /** Adds a user with a random password, unless one is given. */
  addUser(tenant: Tenant, settings: NewUser): User {
    const user: User = {
      objectId: randomUUID(),
      password: randomUUID(),
      displayName: settings.userPrincipalName,
      mfaRequired: false,
      disabled: false,
      locked: false,
      passwordExpired: false,
      ...settings,
    };
    tenant.users.push(user);
    return user;
  }

  /**
   * Consents to delegated permissions of `resource` for `client`. From then on it may use only those consented to.
   * @throws Error if the client is not present in the tenant
   */
  consent(tenant: Tenant, { client, ...consent }: Consent & { client: Application }): void {
    const principal = this.servicePrincipal(tenant, client);
    principal.consents = [...(principal.consents === 'all' ? [] : principal.consents), consent];
  }

  /** Adds a managed identity, whose client id and object id are new. */
  addManagedIdentity(tenant: Tenant, { kind, name = 'build-agent' }: NewManagedIdentity): ManagedIdentity {
    const application = newApplication({ displayName: name, homeTenantId: undefined });
    const type = kind === 'user-assigned' ? 'ManagedIdentity/userAssignedIdentities' : 'Compute/virtualMachines';
    const identity: ManagedIdentity = {
      kind,
      application,
      servicePrincipal: this.addServicePrincipal(tenant, application),
      resourceId: `/subscriptions/${randomUUID()}/resourceGroups/ci/providers/Microsoft.${type}/${name}`,
    };
    tenant.managedIdentities.push(identity);
    return identity;
  }

  /** The user with this name, in any case. */
  findUser(tenant: Tenant, userPrincipalName: string): User | undefined {
    const wanted = userPrincipalName.toLowerCase();
    return tenant.users.find(user => user.userPrincipalName.toLowerCase() === wanted);
  }

  /** The tenant that a user belongs to. Throws Error if there is none. */
  tenantOf(user: User): Tenant {
    const found = this.tenants.find(({ users }) => users.includes(user));
    if (found === undefined) throw new Error(`${user.userPrincipalName} belongs to no tenant.`);
    return found;
  }

  /** @throws Error if the application is not present in the tenant */
  servicePrincipal(tenant: Tenant, application: Application): ServicePrincipal {
    const found = tenant.servicePrincipals.find(principal => principal.application === application);
    if (found === undefined) throw new Error(`${application.displayName} is not present in ${tenant.displayName}.`);
    return found;
  }

  /** The tenant with this id or verified domain. */
  findTenant(name: string): Tenant | undefined {
    const wanted = name.toLowerCase();
    return this.tenants.find(({ id, domains }) => [id, ...domains].some(known => known.toLowerCase() === wanted));
  }

  /** The application's presence in a tenant, by client id. */
  findClient(tenant: Tenant, clientId: string): ServicePrincipal | undefined {
    const wanted = clientId.toLowerCase();
    return tenant.servicePrincipals.find(({ application }) => application.clientId.toLowerCase() === wanted);
  }

  /** What a scope names: an application by its App ID URI, or by its client id. */
  findResource(tenant: Tenant, name: string): ServicePrincipal | undefined {
    return (
      tenant.servicePrincipals.find(({ application }) => application.identifierUris.includes(name)) ??
      this.findClient(tenant, name)
    );
  }
}

function newApplication(settings: NewApplication & Pick<Application, 'homeTenantId'>): Application {
  return {
    clientId: randomUUID(),
    displayName: 'An application',
    enabled: true,
    secrets: [],
    certificates: [],
    federatedCredentials: [],
    identifierUris: [],
    appRoles: [],
    scopes: [],
    publicClient: false,
    requestedAccessTokenVersion: 2,
    ...settings,
  };
}

function emptyTenant(id: string, displayName: string): Tenant {
  return { id, displayName, domains: [], servicePrincipals: [], users: [], managedIdentities: [], policies: [] };
}
