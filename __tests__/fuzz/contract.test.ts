import {
  existsOn,
  type InputDeclaration,
  InputProblems,
  inputs,
  type PlatformName,
  type ServiceConnection,
  spell,
} from '@entra-token/core';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { givenInputs } from '../../packages/core/src/contract/given-inputs.js';
import { parseTimeout } from '../../packages/core/src/contract/parse-timeout.js';
import { parseTokenRequest } from '../../packages/core/src/contract/parse-token-request.js';
import { recordingContext } from '../core/recording-context.js';
import { recordingPlatform } from '../core/recording-platform.js';
import { fuzzRuns } from './fuzz-runs.js';
import { environments, givenValues, secretMark, serviceConnections } from './given-values.js';

interface Step {
  readonly name: PlatformName;
  readonly given: Record<string, string>;
  readonly environment: Record<string, string>;
  readonly connection: ServiceConnection;
  /** What is in the secure file. */
  readonly file: Uint8Array;
}

/** The problems with a step's inputs, none when they make a request; whatever else is thrown fails the test. */
async function problemsOf({ name, given, environment, connection, file }: Step) {
  const platform = { ...recordingPlatform(given, { name, environment }), serviceConnection: () => connection };
  const answer = { status: 200, headers: {}, body: '', bytes: Buffer.from(file) };
  try {
    const read = givenInputs(platform);
    parseTimeout(read);
    await parseTokenRequest(
      read,
      recordingContext(platform, () => answer),
    );
    return [];
  } catch (error) {
    if (!(error instanceof InputProblems)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    return error.problems;
  }
}

describe.each<PlatformName>(['github-actions', 'azure-pipelines'])('on %s', name => {
  const declared: readonly InputDeclaration[] = inputs;
  const known = declared.filter(input => existsOn(name, input)).map(input => spell(input.name, name));

  test('inputs make a request, or problems that each name an input and show no secret', async () => {
    const step = fc.record({
      name: fc.constant(name),
      given: givenValues(name),
      environment: environments,
      connection: serviceConnections,
      file: fc.uint8Array({ maxLength: 100, size: 'max' }),
    });
    await fc.assert(
      fc.asyncProperty(step, async given => {
        for (const { input, problem } of await problemsOf(given)) {
          expect(input.split(', ').filter(named => !known.includes(named))).toEqual([]);
          expect(problem).toMatch(/\S/);
          expect(problem).not.toContain(secretMark);
        }
      }),
      fuzzRuns(),
    );
  });
});
