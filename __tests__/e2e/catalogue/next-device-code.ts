import { setTimeout as delay } from 'node:timers/promises';
import type { World } from '../world.js';

/** Does something with the next device code as soon as there is one; with none, when the step that asks for it ends. */
export async function withNextCode(
  { emulator }: World,
  ended: AbortSignal,
  act: (userCode: string) => void,
): Promise<void> {
  const { deviceCodes } = emulator.entra;
  const known = new Set(deviceCodes.userCodes);
  while (!ended.aborted) {
    const code = deviceCodes.userCodes.find(each => !known.has(each));
    if (code !== undefined) return act(code);
    await delay(10);
  }
}
