import type { Anchor } from '../../../packages/core/src/diagnosis/catalogue/catalogue.js';
import type { Way } from './way.js';
import { applicationWays } from './ways/application-ways.js';
import { credentialsWays } from './ways/credentials-ways.js';
import { federationWays } from './ways/federation-ways.js';
import { networkWays } from './ways/network-ways.js';
import { platformWays } from './ways/platform-ways.js';
import { resourceWays } from './ways/resource-ways.js';
import { serviceWays } from './ways/service-ways.js';
import { tokenWays } from './ways/token-ways.js';
import { usersWays } from './ways/users-ways.js';

/** What leads to each entry of the catalogue; without one for every entry this does not compile. */
export const ways: Readonly<Record<Anchor, Way>> = {
  ...platformWays,
  ...networkWays,
  ...federationWays,
  ...credentialsWays,
  ...applicationWays,
  ...resourceWays,
  ...usersWays,
  ...serviceWays,
  ...tokenWays,
};
