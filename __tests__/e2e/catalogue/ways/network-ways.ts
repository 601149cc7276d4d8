import { startProxy } from '@entra-token/emulator';
import type { network } from '../../../../packages/core/src/diagnosis/catalogue/network.js';
import type { World } from '../../world.js';
import { clientSecret } from '../proofs.js';
import { soon } from '../refused.js';
import { bothPlatforms, type Failing, type Prepare, type Way } from '../way.js';

/** A label of more than 63 characters fits into no question to a name server, so that none is asked. */
const nameless = `${'n'.repeat(64)}.invalid`;

/** With a client secret, which Entra alone is asked with. */
function withSecret(name: string, special: (world: World) => Failing | Promise<Failing>): Way {
  const prepare: Prepare = async (world, platform) => ({
    ...(await clientSecret(world, platform)),
    ...(await special(world)),
  });
  return [{ name, platforms: bothPlatforms, prepare }];
}

/** Between the machine and a server. */
export const networkWays: Readonly<Record<keyof typeof network, Way>> = {
  'not-https': [
    {
      name: 'the address of the identity token is plain http',
      platforms: bothPlatforms,
      prepare: ({ emulator, sample }, platform) => {
        const { requestUrl, requestToken } = emulator.github.startJob(sample.githubJob);
        const { oidcRequestUri } = emulator.azureDevOps.startJob(sample.azureDevOpsJob);
        const site = platform === 'github-actions' ? emulator.github : emulator.azureDevOps;
        const plain = (url: string) => url.replace('https:', 'http:');
        return {
          host: new URL(site.origin).host,
          workflow: { oidc: { requestUrl: plain(requestUrl), requestToken } },
          pipeline: { oidcRequestUri: plain(oidcRequestUri) },
        };
      },
    },
  ],
  'name-not-resolved': withSecret('an authority without an address', () =>
    soon({ host: nameless, inputs: { 'authority-host': `https://${nameless}` } }),
  ),
  'not-connected': withSecret('an authority that nobody listens at', () =>
    soon({ host: 'localhost:1', inputs: { 'authority-host': 'https://localhost:1' } }),
  ),
  'certificate-not-trusted': withSecret('a machine without the CA', () => ({ machine: { NODE_EXTRA_CA_CERTS: '' } })),
  // The API is asked once, where Entra would be asked again until the step's time ends.
  'attempt-timeout': withSecret('an API that does not answer', ({ emulator }) => ({
    host: new URL(emulator.github.origin).host,
    inputs: { 'verify-url': `${emulator.github.origin}/api` },
    faults: { github: { kind: 'stall' } },
  })),
  deadline: withSecret('Entra does not answer', () => ({
    inputs: { timeout: '1' },
    faults: { entra: { kind: 'stall' } },
  })),
  'connection-lost': withSecret('Entra resets the connection', () => soon({ faults: { entra: { kind: 'reset' } } })),
  'answer-too-large': withSecret('an answer without end', () => ({
    faults: { entra: { kind: 'huge', bytes: 3_000_000 } },
  })),
  'proxy-not-connected': withSecret('a proxy that nobody listens at', () =>
    soon({ host: '127.0.0.1:1', machine: { HTTPS_PROXY: 'http://127.0.0.1:1' } }),
  ),
  'proxy-refused': withSecret('a proxy that does not allow the host', async () => {
    const proxy = await startProxy({ refuse: 403 });
    return { host: new URL(proxy.url).host, machine: { HTTPS_PROXY: proxy.url }, end: () => proxy.close() };
  }),
  'unexpected-answer': withSecret('a sign-in page of the network', ({ emulator }) =>
    soon({
      meaning: `${new URL(emulator.entra.origin).host} answered without a JSON object (HTTP 200, text/html`,
      faults: { entra: { kind: 'html' } },
    }),
  ),
};
