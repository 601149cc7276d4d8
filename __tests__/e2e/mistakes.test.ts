import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createAsLogged } from './mistakes/create-as-logged.js';
import { readableLog, readableSummary } from './mistakes/readable.js';
import { fileOf, type MistakeRun, mistakes, runMistake } from './mistakes/run-mistake.js';
import { expectNoLeaks } from './no-leaks.js';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  world.sample.tenant.domains.push('contoso.onmicrosoft.com');
});
afterAll(() => world.end());

/** Runs a file of a mistake, and makes sure that none of the secrets shows. */
async function run(name: string, file: 'mistake.yml' | 'mended.yml'): Promise<MistakeRun> {
  const done = await runMistake(fileOf(name, file), world);
  expectNoLeaks(done.log, done.steps, world.secrets());
  return done;
}

/** Compares a text with the golden file, or writes that where WRITE_GOLDEN_FILES is set. */
function expectGolden(name: string, file: 'log.txt' | 'summary.md', text: string): void {
  if (process.env['WRITE_GOLDEN_FILES']) writeFileSync(fileOf(name, file), text);
  expect(text).toBe(readFileSync(fileOf(name, file), 'utf8'));
}

describe.each(mistakes)('%s', (name, { names }) => {
  test('fails with the log and the summary that are kept beside it', async () => {
    const { steps, succeeded } = await run(name, 'mistake.yml');
    expect(succeeded).toBe(false);
    const [step] = steps;
    expect(step?.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
    expectGolden(name, 'log.txt', readableLog(step?.log ?? '', world));
    expectGolden(name, 'summary.md', readableSummary(step?.summary ?? '', world));
  });

  test('names what has to be mended', () => {
    const log = readFileSync(fileOf(name, 'log.txt'), 'utf8');
    const wanted = names ?? mendedLines(name);
    expect(wanted.length).toBeGreaterThan(0);
    for (const line of wanted) expect(log).toContain(line);
  });

  if (!names) {
    test('passes with the lines that the log names', async () => {
      expect((await run(name, 'mended.yml')).succeeded).toBe(true);
    });
  }
});

test('environment-without-trust passes, as it stands, with the federated credential that its log shows', async () => {
  const log = readFileSync(fileOf('environment-without-trust', 'log.txt'), 'utf8');
  createAsLogged(log, world);
  expect((await run('environment-without-trust', 'mistake.yml')).succeeded).toBe(true);
});

/** The lines of the mended file that the mistaken one has not. */
function mendedLines(name: string): string[] {
  const lines = (file: 'mistake.yml' | 'mended.yml') =>
    readFileSync(fileOf(name, file), 'utf8')
      .split('\n')
      .map(line => line.trim());
  const mistaken = lines('mistake.yml');
  return lines('mended.yml').filter(line => !mistaken.includes(line));
}
