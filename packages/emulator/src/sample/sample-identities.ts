import { TOKEN_EXCHANGE_URI } from '../directory/first-party.js';
import type { Application, ManagedIdentity, Tenant } from '../directory/model.js';
import type { Emulator } from '../emulator.js';

/** The managed identities of the host that the emulator plays. */
export interface SampleIdentities {
  readonly systemAssigned: ManagedIdentity;
  readonly userAssigned: ManagedIdentity;
}

/** Adds the identities, with a role on a resource, and has the application trust the user-assigned one. */
export function addSampleIdentities(
  { directory, entra, managedIdentity }: Emulator,
  { tenant, trusting, resource, role }: { tenant: Tenant; trusting: Application; resource: Application; role: string },
): SampleIdentities {
  const systemAssigned = directory.addManagedIdentity(tenant, { kind: 'system-assigned', name: 'build-machine' });
  const userAssigned = directory.addManagedIdentity(tenant, { kind: 'user-assigned', name: 'build-identity' });
  for (const { application } of [systemAssigned, userAssigned]) {
    directory.assignRole(tenant, { client: application, resource, role });
  }
  trusting.federatedCredentials.push({
    name: 'managed-identity',
    issuer: `${entra.origin}/${tenant.id}/v2.0`,
    subject: userAssigned.servicePrincipal.objectId,
    audiences: [TOKEN_EXCHANGE_URI],
  });
  managedIdentity.assign([systemAssigned, userAssigned]);
  return { systemAssigned, userAssigned };
}
