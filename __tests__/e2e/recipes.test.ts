import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';
import { parse } from 'yaml';
import { expectNoLeaks } from './no-leaks.js';
import { declaredNames, namesInBlock } from './recipes/names-in-block.js';
import { type RecipeDirectory, recipeDirectory } from './recipes/recipe-directory.js';
import { failing, recipeFailures } from './recipes/recipe-failures.js';
import { publicHosts, type RecipeMachine, recipeMachine } from './recipes/recipe-machine.js';
import { type RecipeBlock, recipeIndex, recipePages, runningBlocks, titleOf } from './recipes/recipe-pages.js';
import { type Expected, recipeSettings } from './recipes/recipe-settings.js';
import { type BlockRun, runBlock } from './recipes/run-block.js';
import { startWorld, type World } from './world.js';

let world: World;
let directory: RecipeDirectory;
let machine: RecipeMachine;
beforeAll(async () => {
  world = await startWorld({ hostNames: publicHosts, deviceCode: { interval: 1 } });
  directory = await recipeDirectory(world);
  machine = recipeMachine(world);
});
afterAll(async () => {
  machine.remove();
  await world.end();
});

const platforms = ['github-actions', 'azure-pipelines'] as const;

/** Runs a block in a job of its own, and makes sure that none of the secrets shows. */
async function run(block: Pick<RecipeBlock, 'platform' | 'text'>, settings: Expected): Promise<BlockRun> {
  const { deviceCodes } = world.emulator.entra;
  const issuedBefore = new Set(Object.values(world.emulator.issued).flat());
  const done = await runBlock(block, settings, {
    world,
    machine,
    // A user who reads the log, and signs in.
    onLogLine(line) {
      const shown = deviceCodes.userCodes.filter(code => line.includes(code));
      for (const code of shown) deviceCodes.approve(code, world.sample.user);
    },
  });
  const { certificate } = settings;
  const files = certificate ? [Buffer.from(certificate.content).toString('base64')] : [];
  // What other jobs got is not at hand in this one, and to look for it takes long.
  const secrets = world.secrets().filter(secret => !issuedBefore.has(secret));
  expectNoLeaks(done.log, done.steps, [...secrets, ...Object.values(settings.secrets), ...files]);
  return done;
}

/** The calls that the API has got while something ran. */
async function callsDuring<T>(act: () => Promise<T>): Promise<{ readonly result: T; readonly calls: string[] }> {
  const { requests } = world.emulator.api;
  const before = requests.length;
  const result = await act();
  return { result, calls: requests.slice(before).map(({ status, path }) => `${status} ${path}`) };
}

describe('the pages', () => {
  test('are all in the index, and for both platforms', () => {
    for (const { name, text } of recipePages) {
      expect(recipeIndex).toContain(`](${name}.md)`);
      expect(text.split('\n')).toEqual(expect.arrayContaining(['## GitHub Actions', '## Azure Pipelines']));
    }
    expect(recipePages).toHaveLength([...recipeIndex.matchAll(/^- \[/gm)].length);
  });

  test.each(recipePages)('$name shows each variant for both platforms', ({ yaml }) => {
    const [github, azure] = platforms.map(platform => runningOn(platform, yaml).map(({ mark }) => mark?.name));
    expect(github).toHaveLength(new Set(github).size);
    expect(azure?.toSorted()).toEqual(github?.toSorted());
  });

  test('have no mark that no test knows', () => {
    const settings = recipeSettings(world, directory);
    const failures = recipeFailures(world, directory);
    for (const { name, blocks } of recipePages) {
      const marked = (kind: string) => blocks.flatMap(({ mark }) => (mark?.kind === kind ? mark.name : []));
      expect([...new Set(marked('runs'))].toSorted()).toEqual(Object.keys(settings[name] ?? {}).toSorted());
      expect(marked('shows').toSorted()).toEqual(Object.keys(failures[name] ?? {}).toSorted());
    }
  });

  test('keep to 120 columns outside of YAML', () => {
    const prose = [recipeIndex, ...recipePages.map(({ text }) => text.replaceAll(/^```yaml\n.*?^```$/gms, ''))];
    expect(prose.flatMap(text => text.split('\n')).filter(line => line.length > 120)).toEqual([]);
  });
});

describe.each(recipePages)('every block of $name', ({ yaml }) => {
  test.each(platforms)('for %s uses the names that are declared', platform => {
    const declared = declaredNames(platform);
    const blocks = yaml.filter(block => block.platform === platform).map(block => namesInBlock(block));
    const all = (key: keyof (typeof blocks)[number]) => [...new Set(blocks.flatMap(block => block[key]))];
    expect(declared.inputs).toEqual(expect.arrayContaining(all('inputs')));
    expect([...declared.outputs, ...all('namedOutputs')]).toEqual(expect.arrayContaining(all('outputs')));
    expect(all('steps')).toEqual(expect.arrayContaining(all('references')));
    expect(all('references')).toContain('entra');
  });
});

describe('pasted as it is', () => {
  test.each(runningBlocks.map(block => [titleOf(block), block] as const))('%s', async (_title, block) => {
    const settings = recipeSettings(world, directory)[block.page]?.[block.mark?.name ?? ''] ?? [];
    expect(settings.length).toBeGreaterThan(0);
    for (const each of settings) await succeed(block, each);
  });

  test.each(platforms)('the profiles are those of all environments, on %s', platform => {
    const block = runningBlocks.find(({ mark, ...each }) => mark?.name === 'profiles' && each.platform === platform);
    const document = parse(block?.text ?? '');
    const named = document.jobs?.stock.strategy.matrix.environment ?? document.parameters[0].values;
    expect(named).toEqual(directory.environments.map(({ name }) => name));
  });
});

describe('what a page quotes from the log is there', () => {
  const quotes = recipePages.flatMap(({ name: page, blocks, yaml }) =>
    blocks.flatMap(({ mark, text }) =>
      mark?.kind === 'shows' ? platforms.map(platform => ({ page, yaml, platform, name: mark.name, text })) : [],
    ),
  );
  test.each(quotes)('$page, $name, $platform', async ({ page, yaml, platform, name, text }) => {
    const failure = recipeFailures(world, directory)[page]?.[name];
    const block = runningOn(platform, yaml).find(({ mark }) => mark?.name === failure?.block);
    const [settings] = recipeSettings(world, directory)[page]?.[failure?.block ?? ''] ?? [];
    if (!failure || !block || !settings) throw new Error(`Nothing is known of the quote ${name}`);

    const { mistake = (pasted: string) => pasted, callsPermitted } = failure;
    if (callsPermitted !== undefined) world.emulator.api.setRateLimit({ requests: callsPermitted, perSeconds: 60 });
    const { succeeded, log } = await run({ platform, text: mistake(block.text) }, failing(settings, failure));
    world.emulator.api.setRateLimit(undefined);

    expect(succeeded).toBe(false);
    for (const line of text.trim().split('\n')) expect(log).toContain(line);
  });
});

function runningOn(platform: RecipeBlock['platform'], yaml: readonly RecipeBlock[]): RecipeBlock[] {
  return yaml.filter(block => block.mark?.kind === 'runs' && block.platform === platform);
}

async function succeed(block: RecipeBlock, settings: Expected): Promise<void> {
  const { result, calls } = await callsDuring(() => run(block, settings));
  const stored = machine.takeStored();
  for (const text of settings.shows) expect(result.log).toContain(text);
  expect(calls).toEqual(settings.calls.map(path => `200 ${path}`));
  expect(result.succeeded).toBe(true);

  const { refreshTokens } = world.emulator.issued;
  if (settings.stores) {
    expect(refreshTokens).toContain(stored);
    expect(stored).not.toBe(settings.secrets['ENTRA_REFRESH_TOKEN']);
  } else {
    expect(stored).toBeUndefined();
  }
  if (settings.chainLength !== undefined) {
    const assertion = world.emulator.entra.requests.at(-1)?.form['client_assertion'] ?? '';
    expect(decodeProtectedHeader(assertion).x5c).toHaveLength(settings.chainLength);
  }
}
