import { randomUUID } from 'node:crypto';
import type { application } from '../../../../packages/core/src/diagnosis/catalogue/application.js';
import { clientSecret } from '../proofs.js';
import { refused } from '../refused.js';
import type { Prepare, Way } from '../way.js';

/** Another tenant or app than the sample's. */
const elsewhere =
  (input: 'tenant-id' | 'client-id'): Prepare =>
  async (world, platform) => ({ ...(await clientSecret(world, platform)), inputs: { [input]: randomUUID() } });

/** App, tenant and cloud. */
export const applicationWays: Readonly<Record<keyof typeof application, Way>> = {
  'app-not-found': refused('app-not-found', clientSecret, { 700016: elsewhere('client-id') }),
  'client-id-malformed': refused('client-id-malformed', clientSecret),
  'no-service-principal': refused('no-service-principal', clientSecret),
  'app-disabled': refused('app-disabled', clientSecret),
  'app-of-another-tenant': refused('app-of-another-tenant', clientSecret),
  'tenant-not-found': refused('tenant-not-found', clientSecret, { 90002: elsewhere('tenant-id') }),
  'tenant-malformed': refused('tenant-malformed', clientSecret),
  'unknown-authority': refused('unknown-authority', clientSecret),
  'no-tenant': refused('no-tenant', clientSecret),
  'wrong-cloud': refused('wrong-cloud', clientSecret),
  'tenant-restricted': refused('tenant-restricted', clientSecret),
};
