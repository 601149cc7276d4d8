import { randomUUID } from 'node:crypto';
import type { PlatformName } from '@entra-token/core';
import type { platform } from '../../../../packages/core/src/diagnosis/catalogue/platform.js';
import { connection } from '../../pipeline.js';
import { startLoopback } from '../loopback.js';
import { bothPlatforms, type Way } from '../way.js';

const onGitHub: readonly PlatformName[] = ['github-actions'];
const onAzure: readonly PlatformName[] = ['azure-pipelines'];

/** Before Entra is asked. */
export const platformWays: Readonly<Record<keyof typeof platform, Way>> = {
  'inputs-wrong': [
    {
      name: 'two inputs are wrong',
      platforms: bothPlatforms,
      prepare: (_world, platform) => ({
        inputs: { 'tenant-id': 'common', scope: '' },
        meaning: platform === 'github-actions' ? /tenant-id: .*scope: / : /tenantId: .*scope: /,
        // Each input's own sentence says what to do.
        fix: '',
      }),
    },
  ],
  'id-token-permission': [
    { name: 'a job without the permission', platforms: onGitHub, prepare: () => ({ idToken: false }) },
  ],
  'fork-run': [
    {
      name: 'a pull request of another repository',
      platforms: onGitHub,
      prepare: () => ({
        idToken: false,
        workflow: {
          eventName: 'pull_request',
          event: { pull_request: { head: { repo: { full_name: 'somebody/inventory' } } } },
        },
      }),
    },
  ],
  'dependabot-run': [
    {
      name: 'a run that Dependabot started',
      platforms: onGitHub,
      prepare: () => ({ idToken: false, workflow: { actor: 'dependabot[bot]' } }),
    },
  ],
  'no-identity-tokens': [
    { name: 'a server without them', platforms: onAzure, prepare: () => ({ pipeline: { oidcRequestUri: '' } }) },
  ],
  'identity-token-refused': [
    {
      name: "the job's own token is not accepted",
      platforms: bothPlatforms,
      prepare: ({ emulator, sample }, platform) => {
        const { requestUrl } = emulator.github.startJob(sample.githubJob);
        const site = platform === 'github-actions' ? emulator.github : emulator.azureDevOps;
        return {
          host: new URL(site.origin).host,
          workflow: { oidc: { requestUrl, requestToken: 'the-token-of-an-ended-job' } },
          pipeline: { jobToken: 'the-token-of-an-ended-job' },
        };
      },
    },
  ],
  'platform-trouble': [
    {
      name: 'the issuer of identity tokens is down',
      platforms: bothPlatforms,
      prepare: ({ emulator }, platform) => ({
        host: new URL((platform === 'github-actions' ? emulator.github : emulator.azureDevOps).origin).host,
        inputs: { timeout: '2' },
        faults: {
          github: { kind: 'unavailable', status: 503 },
          azureDevOps: { kind: 'unavailable', status: 503 },
        },
      }),
    },
  ],
  'connection-refused': [
    {
      name: 'a service connection that the job may not use',
      platforms: onAzure,
      prepare: world => ({
        host: new URL(world.emulator.azureDevOps.origin).host,
        inputs: { 'tenant-id': '', 'client-id': '', 'azure-subscription': 'production' },
        pipeline: { serviceConnections: [{ ...connection(world, 'federated'), id: randomUUID() }] },
      }),
    },
  ],
  'secure-file-refused': [
    {
      name: 'a file that the server does not hand out',
      platforms: onAzure,
      prepare: ({ emulator }) => ({
        host: new URL(emulator.azureDevOps.origin).host,
        inputs: { 'certificate-secure-file': 'app.pem' },
        pipeline: { secureFiles: [{ id: randomUUID(), name: 'app.pem', ticket: randomUUID() }] },
      }),
    },
  ],
  'managed-identity-refused': [
    {
      name: 'an identity that the machine does not have',
      platforms: bothPlatforms,
      prepare: ({ emulator }) => ({
        host: new URL(emulator.managedIdentity.origin).host,
        inputs: { credential: 'managed-identity', 'client-id': randomUUID(), scope: 'arm' },
        machine: emulator.managedIdentity.environments.imds,
      }),
    },
  ],
  'arc-key-refused': [
    {
      name: 'a key that is not there',
      platforms: bothPlatforms,
      async prepare() {
        const key = '/var/opt/azcmagent/tokens/not-there.key';
        const { origin, end } = await startLoopback(outgoing => {
          outgoing.writeHead(401, { 'WWW-Authenticate': `Basic realm=${key}` }).end();
        });
        return {
          inputs: { credential: 'managed-identity', 'client-id': '' },
          machine: { IDENTITY_ENDPOINT: `${origin}/metadata/identity/oauth2/token`, IMDS_ENDPOINT: origin },
          end,
        };
      },
    },
  ],
};
