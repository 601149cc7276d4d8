import { randomUUID } from 'node:crypto';
import { firstPartyApplications } from './first-party.js';
import type { Application, ServicePrincipal, Tenant } from './model.js';

export type NewTenant = Partial<Pick<Tenant, 'id' | 'displayName' | 'domains'>>;
export type NewApplication = Partial<Omit<Application, 'homeTenantId'>>;

/** All tenants and applications that the emulator knows. Changes take effect with the next request. */
export class Directory {
  readonly tenants: Tenant[] = [];
  /** Those that were registered; Microsoft's own are not among them. */
  readonly applications: Application[] = [];
  readonly #firstParty = firstPartyApplications();

  /** Adds a tenant, in which Microsoft's own resources are present already. */
  addTenant({ id = randomUUID(), displayName = 'Contoso', domains = [] }: NewTenant = {}): Tenant {
    const tenant: Tenant = { id, displayName, domains, servicePrincipals: [] };
    this.tenants.push(tenant);
    for (const application of this.#firstParty) this.addServicePrincipal(tenant, application);
    return tenant;
  }

  /** Registers an application in a tenant, and makes it present there. */
  addApplication(tenant: Tenant, settings: NewApplication = {}): Application {
    const application: Application = {
      clientId: randomUUID(),
      displayName: 'An application',
      enabled: true,
      secrets: [],
      certificates: [],
      federatedCredentials: [],
      identifierUris: [],
      appRoles: [],
      requestedAccessTokenVersion: 2,
      ...settings,
      homeTenantId: tenant.id,
    };
    this.applications.push(application);
    this.addServicePrincipal(tenant, application);
    return application;
  }

  /** Makes an application present in a tenant, as an administrator's consent does. */
  addServicePrincipal(tenant: Tenant, application: Application): ServicePrincipal {
    const principal = { objectId: randomUUID(), application, assignmentRequired: false, roleAssignments: [] };
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
