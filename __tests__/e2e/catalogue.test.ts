import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Anchor, known, sections } from '../../packages/core/src/diagnosis/catalogue/catalogue.js';
import { drive } from './catalogue/drive.js';
import { ways } from './catalogue/ways.js';
import { startWorld, type World } from './world.js';

/** One for each platform, so that both can be driven at the same time; and two for what takes long. */
let worlds: readonly World[] = [];
/** Has to wait for the limit of an attempt, 15 seconds, and does so while the others run. */
const slow: Anchor = 'attempt-timeout';
let slowEntry: Promise<void>;
beforeAll(async () => {
  worlds = await Promise.all([1, 2, 3, 4].map(() => startWorld({ deviceCode: { interval: 0.1 } })));
  slowEntry = driveBoth(slow, worlds.slice(2));
  // It is awaited by its test.
  slowEntry.catch(() => undefined);
});
afterAll(async () => {
  await Promise.all(worlds.map(world => world.end()));
});

async function driveBoth(anchor: Anchor, [onGitHub, onAzure]: readonly World[]): Promise<void> {
  if (!onGitHub || !onAzure) throw new Error('There are too few worlds');
  const entry = known(anchor);
  const driven = [
    drive(onGitHub, 'github-actions', entry, ways[anchor]),
    drive(onAzure, 'azure-pipelines', entry, ways[anchor]),
  ] as const;
  // Where one fails, the other has to end too before its world is used again.
  await Promise.allSettled(driven);
  const [github, azure] = await Promise.all(driven);
  for (const [each, said] of github) expect(azure.get(each) ?? said).toBe(said);
}

function isAnchor(text: string): text is Anchor {
  return text in ways;
}

test('there is a way to every entry, and none to another', () => {
  const anchors = sections.flatMap(({ entries }) => Object.keys(entries));
  expect(Object.keys(ways).sort()).toEqual(anchors.sort());
});

describe.each(sections)('$title', ({ entries }) => {
  const anchors = Object.keys(entries)
    .filter(isAnchor)
    .filter(anchor => anchor !== slow);
  test.each(anchors)('%s is told as the catalogue has it', anchor => driveBoth(anchor, worlds));
});

test(`${slow} is told as the catalogue has it`, () => slowEntry);
