import type { Fault, LastingFault } from '@entra-token/emulator';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Given, platforms } from './platforms.js';
import { startWorld, type World } from './world.js';

/** Text that a log would take for commands, if it were let. */
const hostileText = [
  'AADSTS7000215: no.\n::error title=gotcha::forged\r::add-mask::e\n##[error]forged\n',
  '##vso[task.complete result=Succeeded;]done ##vso[task.setvariable variable=PATH]x\u001b[2J\u202e',
  'x'.repeat(100_000),
].join('');

/** Faults that pass: one request meets them, and the next one is served. */
const passing: readonly (readonly [string, Fault])[] = [
  ['429 in JSON', { kind: 'throttled', retryAfter: 0 }],
  ['429 in text', { kind: 'throttled', body: 'text', retryAfter: 0 }],
  ['500 with a page', { kind: 'unavailable', status: 500, retryAfter: 0 }],
  ['502 with a page', { kind: 'unavailable', status: 502, retryAfter: 0 }],
  ['503 in JSON', { kind: 'unavailable', status: 503, body: 'entra', retryAfter: 0 }],
  ['504 with a page', { kind: 'unavailable', status: 504, retryAfter: 0 }],
  ['a reset', { kind: 'reset' }],
  ['half an answer', { kind: 'truncate' }],
  ['200 {}', { kind: 'empty' }],
  ['a sign-in page', { kind: 'html' }],
];

/** Faults that stay, or that another attempt cannot help. */
const lasting: readonly (readonly [string, LastingFault | ((elsewhere: string) => LastingFault)])[] = [
  ['a stall', { kind: 'stall' }],
  ['a slow drip', { kind: 'drip' }],
  ['an answer without end', { kind: 'huge', bytes: 3_000_000 }],
  ['a redirect', location => ({ kind: 'redirect', location })],
  ['a redirect that keeps the body', location => ({ kind: 'redirect', location, status: 307 })],
  ['hostile text', { kind: 'hostile', text: hostileText }],
  ['hostile text everywhere', { kind: 'hostile', text: hostileText, where: 'everywhere' }],
  ['429 for longer than the step has', { kind: 'throttled', retryAfter: 3600 }],
];

type Hop = 'entra' | 'issuer';

/** Each credential, with the hops it takes. */
const credentials: readonly (readonly [string, readonly Hop[], (world: World) => Given])[] = [
  ['client secret', ['entra'], ({ sample }) => ({ secrets: { 'client-secret': sample.clientSecret } })],
  [
    'certificate',
    ['entra'],
    ({ sample }) => ({ secrets: { certificate: sample.certificatePem.replaceAll('\n', '\\n') } }),
  ],
  ['federated identity', ['issuer', 'entra'], () => ({})],
];

/**
 * Declares the tests of one platform: every fault at every hop of every credential. Each run also searches everything
 * for secrets (see `no-leaks.ts`), and the last test says how many there were.
 * @param platform as in the names of `platforms`.
 */
export function describeFaultMatrix(platform: 'GitHub Actions' | 'Azure Pipelines'): void {
  const [chosen] = platforms.filter(([name]) => name.startsWith(platform));
  if (!chosen) throw new Error(`There is no platform ${platform}`);
  const [, inJob, run] = chosen;
  let world: World;
  let runs = 0;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.end());

  const faultsOf = (hop: Hop) => {
    const issuer = platform === 'GitHub Actions' ? world.emulator.github : world.emulator.azureDevOps;
    return (hop === 'issuer' ? issuer : world.emulator.entra).faults;
  };
  const cases = credentials.flatMap(([credential, hops, given]) => hops.map(hop => [credential, hop, given] as const));

  describe.each(cases)('%s, at %s', (_credential, hop, given) => {
    test.each(passing)('%s passes', async (_fault, fault) => {
      world.countRequests();
      faultsOf(hop).next(fault);
      await inJob(world, run, given(world), async ({ got, callApi }) => {
        expect(got.log).toMatch(/trying\s+again\s+in/);
        expect(got.outcome).toBe('success');
        expect((await callApi()).log).toContain('"name":"Anvil"');
      });
      const normal = { issuer: hop === 'issuer' ? 1 : 0, entra: 1 };
      const counted = world.countRequests();
      // A second attempt at Entra brings an identity token of its own.
      const expected = _credential === 'federated identity' && hop === 'entra' ? { issuer: 2, entra: 2 } : undefined;
      expect(counted).toEqual(expected ?? { ...normal, [hop]: 2 });
      runs += 1;
    });

    test.each(lasting)('%s ends it, in time and with one annotation', async (_fault, fault) => {
      const { elsewhere } = world.emulator;
      faultsOf(hop).always(typeof fault === 'function' ? fault(elsewhere.origin) : fault);
      const started = performance.now();
      const { inputs, secrets = {} } = given(world);
      await inJob(world, run, { inputs: { ...inputs, timeout: '2' }, secrets }, async ({ got }) => {
        expect(got.outcome).toBe('failure');
        expect(got.annotations).toHaveLength(1);
        expect(got.annotations[0]?.message).not.toMatch(/mistake in Entra Token/);
        expect(got.outputs).toEqual({});
        expect(got.log.length).toBeLessThan(50_000);
        expect(got.rawStderr).toBe('');
      });
      expect(performance.now() - started).toBeLessThan(6_000);
      expect(elsewhere.requests).toEqual([]);
      faultsOf(hop).always(undefined);
      runs += 1;
    });
  });

  test('all of them ran, and nothing leaked', () => {
    const size = cases.length * (passing.length + lasting.length);
    expect(runs).toBe(size);
    process.stdout.write(`${platform}: ${size} combinations of fault, hop and credential; no secret leaked.\n`);
  });
}
