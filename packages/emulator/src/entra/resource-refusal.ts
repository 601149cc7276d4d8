import type { Tenant } from '../directory/model.js';
import { Refusal } from './refusal.js';

/** The refusal of a scope whose resource the tenant does not have. */
export function unknownResource(resourceName: string, tenant: Tenant): Refusal {
  return new Refusal(
    500011,
    `The resource principal named ${resourceName} was not found in the tenant named ${tenant.displayName}. ` +
      'An administrator of the tenant may not have installed it, and no user may have consented to it; ' +
      'or the request went to the wrong tenant.',
  );
}
