import type { PlatformName } from '@entra-token/core';
import type { KnownFailure } from '../../../packages/core/src/diagnosis/catalogue/catalogue.js';
import type { World } from '../world.js';
import { expectReport, type Failed } from './expect-report.js';
import { failOn } from './fail-on.js';
import { readDetails } from './failure-details.js';
import { comparable } from './same-words.js';
import type { Case, Way } from './way.js';

/**
 * Drives a platform into all cases of an entry that happen there, one after the other.
 * @returns what the log said in each case, fit to be compared with another platform.
 * @throws {Error} that names the case, when a report is not as the catalogue has it.
 */
export async function drive(
  world: World,
  platform: PlatformName,
  entry: KnownFailure,
  way: Way,
): Promise<ReadonlyMap<Case, string>> {
  const said = new Map<Case, string>();
  for (const each of way.filter(({ platforms }) => platforms.includes(platform))) {
    try {
      const failed = await run(world, platform, entry, each);
      expectReport(failed, world);
      said.set(each, comparable(failed.details, entry, platform));
    } catch (error) {
      if (error instanceof Error) error.message = `${platform}, ${each.name}: ${error.message}`;
      throw error;
    }
  }
  return said;
}

async function run(world: World, platform: PlatformName, entry: KnownFailure, each: Case): Promise<Failed> {
  const failing = await each.prepare(world, platform);
  const before = world.emulator.entra.requests.length;
  const result = await failOn[platform](world, failing);
  const requests = world.emulator.entra.requests.slice(before);
  return { entry, case: each, failing, platform, result, details: readDetails(result.log), requests };
}
