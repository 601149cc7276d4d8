import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, type SampleDirectory, sampleDirectory, startEmulator } from '@entra-token/emulator';

/** A running emulator with its sample directory, and what a machine needs to trust it. */
export interface Setting {
  readonly emulator: Emulator;
  readonly sample: SampleDirectory;
  readonly machineEnv: Readonly<Record<string, string>>;
}

/** Runs something in a setting of its own, and cleans up behind it. */
export async function inSetting(work: (setting: Setting) => Promise<void>): Promise<void> {
  const emulator = await startEmulator();
  const folder = mkdtempSync(join(tmpdir(), 'entra-token-demo-'));
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, emulator.caCertificate);
  try {
    const sample = await sampleDirectory(emulator);
    await work({ emulator, sample, machineEnv: { NODE_EXTRA_CA_CERTS: caFile, CURL_CA_BUNDLE: caFile } });
  } finally {
    await emulator.close();
    rmSync(folder, { recursive: true });
  }
}
