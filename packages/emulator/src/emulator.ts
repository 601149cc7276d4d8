import { ProtectedApi } from './api/protected-api.js';
import type { Protection, RateLimit } from './api/protection.js';
import { AzureDevOpsIssuer } from './azure-devops/issuer.js';
import type { AzureDevOpsJob, AzureDevOpsJobAccess } from './azure-devops/job.js';
import { createCertificateAuthority } from './certificates/certificate-authority.js';
import { Directory } from './directory/directory.js';
import { UsedAssertions } from './entra/client-authentication/used-assertions.js';
import { entraHandler } from './entra/handler.js';
import { GitHubIssuer } from './github/issuer.js';
import type { GitHubJob, GitHubJobAccess } from './github/job.js';
import type { Call } from './http/exchange.js';
import { type Listener, startListener } from './http/listener.js';
import type { Issued } from './issued.js';
import { IssuerKeys } from './openid/issuer-keys.js';
import { createSigningKey } from './signing/signing-key.js';

export interface EmulatorOptions {
  /** What time it is for everything but TLS; the machine's clock if unset. */
  readonly clock?: () => Date;
  /** Fixed ports; any free ones if unset. */
  readonly ports?: {
    readonly entra?: number;
    readonly github?: number;
    readonly azureDevOps?: number;
    readonly api?: number;
  };
  /** DNS names beside `localhost` for the server certificate, and for Entra to answer as. */
  readonly hostNames?: readonly string[];
}

/** One listener of the emulator, without its means to end it. */
export type Site = Omit<Listener, 'close'>;

export interface Emulator {
  /** PEM of the certificate authority that all listeners' certificates come from. */
  readonly caCertificate: string;
  /** Microsoft Entra; the origin is the authority host. */
  readonly entra: Site;
  /** The origin is the issuer of GitHub's id tokens. */
  readonly github: Site & { startJob(job: GitHubJob): GitHubJobAccess };
  readonly azureDevOps: Site & { startJob(job: AzureDevOpsJob): AzureDevOpsJobAccess };
  /** A sample API behind Entra. */
  readonly api: Site & {
    /** Answers GET requests for `path` to those who may have it. */
    protect(path: string, protection: Protection): void;
    /** For all paths together, per address; none if undefined. */
    setRateLimit(limit: RateLimit | undefined): void;
  };
  readonly directory: Directory;
  readonly issued: Readonly<{ [Kind in keyof Issued]: readonly string[] }>;
  /** Ends all connections and listeners. */
  close(): Promise<void>;
}

/** Starts the emulator with an empty directory. Rejects if one of the ports is taken. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { clock = () => new Date(), ports = {}, hostNames = [] } = options;
  const authority = await createCertificateAuthority(hostNames);
  const directory = new Directory();
  const issued: Issued = { accessTokens: [], assertions: [], jobTokens: [] };
  const issuerKeys = new IssuerKeys(authority.certificate);
  const signingKey = createSigningKey('CN=accounts.accesscontrol.windows.net');
  const listen = (port: number | undefined, handle: (call: Call) => ReturnType<ProtectedApi['handle']>) =>
    startListener({ port: port ?? 0, tls: authority.server, handle });

  const entra = await listen(
    ports.entra,
    entraHandler({ directory, hostNames, clock, signingKey, issuerKeys, issued, usedAssertions: new UsedAssertions() }),
  );
  const githubIssuer = new GitHubIssuer({ signingKey: createSigningKey('CN=actions'), clock, issued });
  const azureDevOpsIssuer = new AzureDevOpsIssuer({
    signingKey: createSigningKey('CN=vstoken'),
    entraSigningKey: signingKey,
    entraOrigin: entra.origin,
    clock,
    issued,
  });
  const protectedApi = new ProtectedApi({ entraOrigin: entra.origin, issuerKeys, clock });
  const [github, azureDevOps, api] = await Promise.all([
    listen(ports.github, call => githubIssuer.handle(call)),
    listen(ports.azureDevOps, call => azureDevOpsIssuer.handle(call)),
    listen(ports.api, call => protectedApi.handle(call)),
  ]);

  return {
    caCertificate: authority.certificate,
    entra,
    github: { ...github, startJob: job => githubIssuer.startJob(github.origin, job) },
    azureDevOps: { ...azureDevOps, startJob: job => azureDevOpsIssuer.startJob(azureDevOps.origin, job) },
    api: {
      ...api,
      protect: (path, protection) => protectedApi.protect(path, protection),
      setRateLimit: limit => {
        protectedApi.rateLimit = limit;
      },
    },
    directory,
    issued,
    async close() {
      await Promise.all([entra, github, azureDevOps, api].map(listener => listener.close()));
    },
  };
}
