import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Emulator,
  type EmulatorOptions,
  type SampleDirectory,
  sampleDirectory,
  startEmulator,
} from '@entra-token/emulator';

/** An emulator with its sample directory, and a machine that trusts it. */
export interface World {
  readonly emulator: Emulator;
  readonly sample: SampleDirectory;
  /** The PEM file of the emulator's CA. */
  readonly caFile: string;
  /** What a machine is set up with so that Node and curl trust the emulator. */
  readonly machineEnv: { readonly NODE_EXTRA_CA_CERTS: string; readonly CURL_CA_BUNDLE: string };
  /** Every secret there is: what the sample directory holds, and what the emulator has handed out so far. */
  secrets(): string[];
  /** How many requests each site has got since `count` was last called. */
  countRequests(): { readonly issuer: number; readonly entra: number };
  end(): Promise<void>;
}

/** Starts an emulator for the tests of one file. */
export async function startWorld(options: EmulatorOptions = {}): Promise<World> {
  const emulator = await startEmulator(options);
  const sample = await sampleDirectory(emulator);
  const folder = mkdtempSync(join(tmpdir(), 'entra-token-world-'));
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, emulator.caCertificate);
  const issuerRequests = () => emulator.github.requests.length + emulator.azureDevOps.requests.length;
  let seen = { issuer: issuerRequests(), entra: emulator.entra.requests.length };

  return {
    emulator,
    sample,
    caFile,
    machineEnv: { NODE_EXTRA_CA_CERTS: caFile, CURL_CA_BUNDLE: caFile },
    secrets: () => [
      sample.clientSecret,
      sample.privateKey,
      sample.middleTierSecret,
      sample.user.password,
      ...Object.values(emulator.issued).flat(),
    ],
    countRequests() {
      const before = seen;
      seen = { issuer: issuerRequests(), entra: emulator.entra.requests.length };
      return { issuer: seen.issuer - before.issuer, entra: seen.entra - before.entra };
    },
    async end() {
      await emulator.close();
      rmSync(folder, { recursive: true });
    },
  };
}
