import { rm } from 'node:fs/promises';
import { startEmulator } from './emulator.js';
import { instructions } from './instructions.js';
import { sampleDirectory } from './sample-directory.js';
import { writeSampleFiles } from './sample-files.js';

const emulator = await startEmulator();
const sample = await sampleDirectory(emulator);
const files = await writeSampleFiles(emulator, sample);

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
process.stdout.write(instructions(emulator, sample, files));

async function stop(): Promise<void> {
  await emulator.close();
  await rm(files.directory, { recursive: true });
  process.stdout.write('\nThe emulator has stopped.\n');
}
