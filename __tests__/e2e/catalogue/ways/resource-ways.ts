import type { resource } from '../../../../packages/core/src/diagnosis/catalogue/resource.js';
import { clientSecret } from '../proofs.js';
import { refused } from '../refused.js';
import type { Way } from '../way.js';

/** Resource, scope and consent. */
export const resourceWays: Readonly<Record<keyof typeof resource, Way>> = {
  'resource-not-found': refused('resource-not-found', clientSecret, {
    500011: async (world, platform) => ({
      ...(await clientSecret(world, platform)),
      inputs: { scope: 'api://inventroy' },
    }),
  }),
  'resource-disabled': refused('resource-disabled', clientSecret),
  'scope-malformed': refused('scope-malformed', clientSecret),
  'several-resources': refused('several-resources', clientSecret),
  'consent-missing': refused('consent-missing', clientSecret),
  'resource-not-subscribed': refused('resource-not-subscribed', clientSecret),
  'permission-not-requested': refused('permission-not-requested', clientSecret),
  'role-missing': refused('role-missing', clientSecret),
  'request-malformed': refused('request-malformed', clientSecret),
};
