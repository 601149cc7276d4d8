import type { service } from '../../../../packages/core/src/diagnosis/catalogue/service.js';
import { clientSecret } from '../proofs.js';
import { refused } from '../refused.js';
import { bothPlatforms, type Way } from '../way.js';

/** Entra itself. */
export const serviceWays: Readonly<Record<keyof typeof service, Way>> = {
  'service-trouble': refused('service-trouble', clientSecret),
  'service-error': refused('service-error', clientSecret),
  'request-loop': refused('request-loop', clientSecret),
  throttled: [
    ...refused('throttled', clientSecret),
    {
      name: 'a gateway limits the requests, and says for how long',
      platforms: bothPlatforms,
      prepare: async (world, platform) => ({
        ...(await clientSecret(world, platform)),
        meaning: /answered without .* \(HTTP 429, .*The server asks to wait 3600 seconds/,
        faults: { entra: { kind: 'throttled', body: 'text', retryAfter: 3600 } },
      }),
    },
  ],
};
