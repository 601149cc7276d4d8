import { ProtectedApi } from './api/protected-api.js';
import type { Protection, RateLimit } from './api/protection.js';
import { AzureDevOpsIssuer } from './azure-devops/issuer.js';
import type { AzureDevOpsJob, AzureDevOpsJobAccess } from './azure-devops/job.js';
import type { SecureFile } from './azure-devops/secure-files.js';
import { createCertificateAuthority } from './certificates/certificate-authority.js';
import { Directory } from './directory/directory.js';
import type { ManagedIdentity } from './directory/model.js';
import { UsedAssertions } from './entra/client-authentication/used-assertions.js';
import { type DeviceCodeOptions, DeviceCodes } from './entra/device-codes/device-codes.js';
import { RefreshTokens } from './entra/refresh-tokens/refresh-tokens.js';
import { type SignIns, signIns } from './entra/sign-ins.js';
import { FaultScript, type Faults } from './faults/fault-script.js';
import { withFaults } from './faults/with-faults.js';
import { GitHubIssuer } from './github/issuer.js';
import type { GitHubJob, GitHubJobAccess } from './github/job.js';
import { type Listener, type ListenerOptions, startListener } from './http/listener.js';
import { type Issued, nothingIssued } from './issued.js';
import type { HostEnvironments } from './managed-identity/host-environments.js';
import { ManagedIdentityHost } from './managed-identity/managed-identity-host.js';
import { IssuerKeys } from './openid/issuer-keys.js';
import { signInSite } from './sign-in-site.js';
import { createSigningKey } from './signing/signing-key.js';

export interface EmulatorOptions {
  /** What time it is for everything but TLS; the machine's clock if unset. */
  readonly clock?: () => Date;
  /** Fixed ports; any free ones if unset. */
  readonly ports?: {
    readonly entra?: number;
    readonly github?: number;
    readonly azureDevOps?: number;
    readonly managedIdentity?: number;
    readonly api?: number;
    readonly elsewhere?: number;
  };
  /** DNS names beside `localhost` for the server certificate, and for Entra to answer as. */
  readonly hostNames?: readonly string[];
  /** An existing directory for the key files of Azure Arc; without one, there is no such endpoint. */
  readonly arcKeyDirectory?: string;
  /** Pace and life of device codes; as in the real service if unset. */
  readonly deviceCode?: DeviceCodeOptions;
}

/** One listener of the emulator, without its means to end it. */
export type Site = Omit<Listener, 'close'>;

/** A site that takes part in getting a token. */
export interface FaultySite extends Site {
  /** What goes wrong with the requests of clients: nothing, at first. */
  readonly faults: Faults;
}

export interface Emulator {
  /** PEM of the certificate authority that all listeners' certificates come from. */
  readonly caCertificate: string;
  /** Microsoft Entra; the origin is the authority host. */
  readonly entra: FaultySite & SignIns;
  /** The origin is the issuer of GitHub's id tokens. */
  readonly github: FaultySite & { startJob(job: GitHubJob): GitHubJobAccess };
  readonly azureDevOps: FaultySite & {
    startJob(job: AzureDevOpsJob): AzureDevOpsJobAccess;
    /** Adds a file to the library, which every job may download with its token and the ticket. */
    addSecureFile(file: SecureFile): void;
  };
  /** A sample API behind Entra. */
  readonly api: Site & {
    /** Answers GET requests for `path` to those who may have it. */
    protect(path: string, protection: Protection): void;
    /** Answers whatever is asked of `path` with 302 and the location, which may be on another origin. */
    redirect(path: string, location: string): void;
    /** For all paths together, per address; none if undefined. */
    setRateLimit(limit: RateLimit | undefined): void;
  };
  /** Where code finds the managed identities of its host: http, as the real ones. */
  readonly managedIdentity: FaultySite & {
    /** Gives the host these identities, and takes those away that it had: none, at first. */
    assign(identities: readonly ManagedIdentity[]): void;
    /** What is in the environment of a process, by the kind of host that it runs on. */
    readonly environments: HostEnvironments;
  };
  /** Answers everything with 200: where nobody should send a token. */
  readonly elsewhere: Site;
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
  const issued = nothingIssued();
  const issuerKeys = new IssuerKeys(authority.certificate);
  const deviceCodes = new DeviceCodes(options.deviceCode ?? {}, issued);
  const refreshTokens = new RefreshTokens(issued);
  const signingKey = createSigningKey('CN=accounts.accesscontrol.windows.net');
  const listen = (port: number | undefined, handle: ListenerOptions['handle']) =>
    startListener({ port: port ?? 0, tls: authority.server, handle });
  const faults = {
    entra: new FaultScript(),
    github: new FaultScript(),
    azureDevOps: new FaultScript(),
    managedIdentity: new FaultScript(),
  };

  const entra = await listen(
    ports.entra,
    withFaults(
      faults.entra,
      clock,
      signInSite({
        directory,
        hostNames,
        clock,
        signingKey,
        issuerKeys,
        issued,
        refreshTokens,
        deviceCodes,
        usedAssertions: new UsedAssertions(),
      }),
    ),
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
  const identityHost = new ManagedIdentityHost({
    directory,
    entraOrigin: entra.origin,
    signingKey,
    clock,
    issued,
    arcKeyDirectory: options.arcKeyDirectory,
  });
  const [github, azureDevOps, api, elsewhere, managedIdentity] = await Promise.all([
    listen(
      ports.github,
      withFaults(faults.github, clock, call => githubIssuer.handle(call)),
    ),
    listen(
      ports.azureDevOps,
      withFaults(faults.azureDevOps, clock, call => azureDevOpsIssuer.handle(call)),
    ),
    listen(ports.api, call => protectedApi.handle(call)),
    listen(ports.elsewhere, () => ({ status: 200, body: {} })),
    startListener({
      port: ports.managedIdentity ?? 0,
      tls: undefined,
      handle: withFaults(faults.managedIdentity, clock, call => identityHost.handle(call)),
    }),
  ]);

  return {
    caCertificate: authority.certificate,
    entra: { ...entra, faults: faults.entra, ...signIns({ directory, deviceCodes, refreshTokens, clock }) },
    github: { ...github, faults: faults.github, startJob: job => githubIssuer.startJob(github.origin, job) },
    azureDevOps: {
      ...azureDevOps,
      faults: faults.azureDevOps,
      startJob: job => azureDevOpsIssuer.startJob(azureDevOps.origin, job),
      addSecureFile: file => azureDevOpsIssuer.secureFiles.add(file),
    },
    api: {
      ...api,
      protect: (path, protection) => protectedApi.protect(path, protection),
      redirect: (path, location) => protectedApi.redirect(path, location),
      setRateLimit: limit => {
        protectedApi.rateLimit = limit;
      },
    },
    elsewhere,
    managedIdentity: {
      ...managedIdentity,
      faults: faults.managedIdentity,
      assign: identities => identityHost.assign(identities),
      environments: identityHost.environments(managedIdentity.origin),
    },
    directory,
    issued,
    async close() {
      const listeners = [entra, github, azureDevOps, api, elsewhere, managedIdentity];
      await Promise.all([...listeners, identityHost].map(part => part.close()));
    },
  };
}
