import {
  type Emulator,
  type EmulatorOptions,
  type SampleDirectory,
  sampleDirectory,
  startEmulator,
} from '@entra-token/emulator';
import { afterAll, beforeAll } from '@jest/globals';

export interface RunningEmulator {
  readonly emulator: Emulator;
  readonly sample: SampleDirectory;
}

/** Has an emulator with the sample directory run while a file's tests do. The function may be called in tests only. */
export function useEmulator(options?: EmulatorOptions): () => RunningEmulator {
  let running: RunningEmulator | undefined;
  beforeAll(async () => {
    const emulator = await startEmulator(options);
    running = { emulator, sample: await sampleDirectory(emulator) };
  });
  afterAll(() => running?.emulator.close());
  return () => {
    if (running === undefined) throw new Error('The emulator runs only while tests do.');
    return running;
  };
}
