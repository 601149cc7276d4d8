import type { ManagedIdentity } from '../directory/model.js';

/** An identity that a host has, or why none of them is meant. */
export type Selection = ManagedIdentity | 'unknown' | 'ambiguous';

/** By what a request may name a user-assigned identity. The names of `msi_res_id` differ from endpoint to endpoint. */
const NAMES = new Map<string, (identity: ManagedIdentity) => string>([
  ['client_id', ({ application }) => application.clientId],
  ['object_id', ({ servicePrincipal }) => servicePrincipal.objectId],
  ['principal_id', ({ servicePrincipal }) => servicePrincipal.objectId],
  ['msi_res_id', ({ resourceId }) => resourceId],
  ['mi_res_id', ({ resourceId }) => resourceId],
]);

/**
 * The identity that a request's query means. Unless it names one, that is the system-assigned identity, else the only
 * one there is.
 */
export function selectIdentity(identities: readonly ManagedIdentity[], query: URLSearchParams): Selection {
  for (const [parameter, nameOf] of NAMES) {
    const wanted = query.get(parameter)?.toLowerCase();
    if (wanted === undefined) continue;
    return identities.find(identity => nameOf(identity).toLowerCase() === wanted) ?? 'unknown';
  }
  const systemAssigned = identities.find(({ kind }) => kind === 'system-assigned');
  if (systemAssigned !== undefined) return systemAssigned;
  const [first, second] = identities;
  if (first === undefined) return 'unknown';
  return second === undefined ? first : 'ambiguous';
}
