import type { credentials } from '../../../../packages/core/src/diagnosis/catalogue/credentials.js';
import { certificate, clientSecret, password, refreshToken } from '../proofs.js';
import { refused } from '../refused.js';
import type { Way } from '../way.js';

/** Secret and certificate. */
export const credentialsWays: Readonly<Record<keyof typeof credentials, Way>> = {
  'wrong-secret': refused('wrong-secret', clientSecret, {
    7000215: () => ({ secrets: { 'client-secret': 'not-the-secret-of-this-app' } }),
  }),
  'secret-expired': refused('secret-expired', clientSecret),
  'no-credential': refused('no-credential', refreshToken),
  'not-a-public-client': refused('not-a-public-client', password, {
    7000218: async (world, platform) => {
      const given = await password(world, platform);
      return { ...given, inputs: { ...given.inputs, 'client-id': world.sample.clientId } };
    },
  }),
  'public-client': refused('public-client', clientSecret),
  'certificate-unknown': refused('certificate-unknown', certificate),
  'certificate-subject': refused('certificate-subject', certificate),
  'certificate-chain': refused('certificate-chain', certificate),
  'certificate-ended': refused('certificate-ended', certificate),
};
