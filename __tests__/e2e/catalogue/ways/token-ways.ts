import { randomBytes } from 'node:crypto';
import type { token } from '../../../../packages/core/src/diagnosis/catalogue/token.js';
import type { World } from '../../world.js';
import { startLoopback } from '../loopback.js';
import { clientSecret } from '../proofs.js';
import { bothPlatforms, type Failing, type Prepare, type Way } from '../way.js';

/** With a client secret, and a token that is not good enough. */
function gotten(name: string, special: (world: World) => Failing): Way {
  const prepare: Prepare = async (world, platform) => ({
    ...(await clientSecret(world, platform)),
    ...special(world),
  });
  return [{ name, platforms: bothPlatforms, prepare }];
}

/** An app that may have a token and was granted no role. */
function withoutRoles({ emulator, sample }: World): Failing {
  const value = `nr8Q~${randomBytes(24).toString('base64url')}`;
  const { clientId } = emulator.directory.addApplication(sample.tenant, {
    displayName: 'newcomer',
    secrets: [{ value }],
  });
  return { inputs: { 'client-id': clientId, 'verify-url': sample.apiUrl }, secrets: { 'client-secret': value } };
}

/** The token and the API. */
export const tokenWays: Readonly<Record<keyof typeof token, Way>> = {
  'token-ends-soon': gotten('two hours are required', () => ({
    inputs: { 'min-lifetime': '7200' },
    meaning: /The token for 'api:\/\/inventory\/\.default' lives \d+ seconds more, and at least 7200 are required\./,
  })),
  'token-audience': gotten('another audience is required', () => ({
    inputs: { 'require-audience': 'api://other' },
    meaning: "The token for 'api://inventory/.default' is for another audience than the required one.",
  })),
  'token-role-missing': gotten('a role is required that was not granted', () => ({
    inputs: { 'require-roles': 'Items.Read Items.Purge' },
    meaning: "The token for 'api://inventory/.default' lacks Items.Purge.",
    fix: "Grant the app Items.Purge of api://inventory ('API permissions'), have an administrator consent, and run again.",
  })),
  'token-unreadable': [
    {
      name: 'a managed identity gets an opaque token',
      platforms: bothPlatforms,
      async prepare() {
        const { origin, end } = await startLoopback(outgoing => {
          outgoing.end(JSON.stringify({ access_token: randomBytes(48).toString('base64url'), expires_in: 3600 }));
        });
        return {
          inputs: { credential: 'managed-identity', 'client-id': '', 'require-roles': 'Items.Read' },
          machine: { AZURE_POD_IDENTITY_AUTHORITY_HOST: origin },
          meaning: "The token for 'api://inventory/.default' is no JWT, so its roles cannot be checked.",
          fix: 'Remove the required roles, or ask for a token whose content is readable.',
          end,
        };
      },
    },
  ],
  'api-unauthorized': gotten('the API is another one', ({ sample }) => ({
    inputs: { 'verify-url': sample.appsUrl },
    meaning: `The API expects another audience than ${sample.inventory.clientId}.`,
    fix: 'Ask for a scope of this API, or let the API accept this audience',
  })),
  'api-forbidden': gotten('the app has no role', world => ({
    ...withoutRoles(world),
    meaning: 'The API knows the app and does not permit the call; the token holds no role or scope.',
    fix: "Grant the app the role that /api/items needs ('API permissions'), have an administrator consent, and run again.",
  })),
  'api-throttled': gotten('the API has had enough', ({ emulator, sample }) => {
    emulator.api.setRateLimit({ requests: 0, perSeconds: 60 });
    return {
      inputs: { 'verify-url': sample.apiUrl },
      meaning: 'The API limits how often it may be called; it says nothing against the token.',
      fix: 'or verify at an address without such a limit.',
      end: () => emulator.api.setRateLimit(undefined),
    };
  }),
  'api-redirects': gotten('the API has moved', ({ emulator, sample }) => ({
    inputs: { 'verify-url': sample.redirectUrl },
    meaning: `The API redirects to ${emulator.elsewhere.origin}/api/items; the token was not sent there.`,
  })),
  'api-other-answer': gotten('there is no such path', ({ emulator }) => ({
    inputs: { 'verify-url': `${emulator.api.origin}/api/itmes` },
    meaning: "The API answered 404, which says nothing against the token for 'api://inventory/.default'.",
  })),
};
