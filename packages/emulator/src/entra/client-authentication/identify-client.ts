import type { Directory } from '../../directory/directory.js';
import { isGuid } from '../../directory/guid.js';
import type { ServicePrincipal, Tenant } from '../../directory/model.js';
import type { TokenRequest } from '../authority.js';
import { requiredParameter } from '../form-parameter.js';
import { Refusal } from '../refusal.js';

/**
 * The application that asks.
 * @throws Refusal 700038 (no identifier), 700016 (not in this tenant), 7000229 (registered, yet not present),
 *   7000112 (disabled)
 */
export function identifyClient({
  authority,
  realm,
  tenant,
  form,
  basic,
}: Omit<TokenRequest, 'origin'>): ServicePrincipal {
  const clientId = basic?.clientId ?? requiredParameter(form, 'client_id');
  if (realm.hasGuidClients && !isGuid(clientId))
    throw new Refusal(700038, `${clientId} is not a valid application identifier.`);

  const client = authority.directory.findClient(tenant, clientId);
  if (client === undefined) throw absent(clientId, authority.directory, tenant);
  if (!client.application.enabled) {
    throw new Refusal(7000112, `Application '${clientId}'(${client.application.displayName}) is disabled.`);
  }
  return client;
}

function absent(clientId: string, directory: Directory, tenant: Tenant): Refusal {
  const isRegisteredHere = directory.applications.some(
    application => application.homeTenantId === tenant.id && application.clientId === clientId,
  );
  if (isRegisteredHere) {
    return new Refusal(
      7000229,
      `The client application '${clientId}' lacks a service principal in tenant ${tenant.id}.`,
    );
  }
  return new Refusal(
    700016,
    `Application with identifier '${clientId}' was not found in the directory '${tenant.displayName}'. ` +
      'The administrator of the tenant may not have installed it; or the request went to the wrong tenant.',
  );
}
