import type { PlatformName } from '@entra-token/core';
import type { RecordedRequest } from '@entra-token/emulator';
import type { StepResult } from '@entra-token/stand-ins';
import { expect } from '@jest/globals';
import type { KnownFailure } from '../../../packages/core/src/diagnosis/catalogue/catalogue.js';
import { menderWords, waitingWords } from '../../../packages/core/src/diagnosis/catalogue/words.js';
import type { World } from '../world.js';
import type { FailureDetails } from './failure-details.js';
import type { Case, Failing } from './way.js';

/** A step that failed as an entry of the catalogue says. */
export interface Failed {
  readonly entry: KnownFailure;
  readonly case: Case;
  readonly failing: Failing;
  readonly platform: PlatformName;
  readonly result: StepResult;
  readonly details: FailureDetails;
  /** What Entra was asked. */
  readonly requests: readonly RecordedRequest[];
}

/** Makes sure that annotation, log and summary say what the catalogue has. */
export function expectReport(failed: Failed, world: World): void {
  expect(failed.result.outcome).toBe('failure');
  expect(failed.result.rawStderr).toBe('');
  expectAnnotation(failed, world);
  expectAdvice(failed);
  expectWidth(failed.details);
  if (failed.case.code !== undefined) expectRefusal(failed, failed.case.code);
  if (failed.entry.presented?.register) expectCredential(failed);
  const { summary } = failed.result;
  expect(summary).toContain(`### No Entra access token: ${failed.details.title}\n`);
  expect(summary).toContain(`[What this means](${explanationOf(failed.entry)})`);
}

function explanationOf({ anchor }: KnownFailure): string {
  return `https://github.com/org/entra-token/blob/v1/docs/errors.md#${anchor}`;
}

function expectAnnotation({ entry, failing, platform, result, details }: Failed, { emulator }: World): void {
  const [error, ...others] = result.annotations.filter(({ level }) => level === 'error');
  expect(others).toEqual([]);
  const host = failing.host ?? new URL(emulator.entra.origin).host;
  const meaning = failing.meaning ?? entry.meaning.replace('{host}', host);
  if (typeof meaning === 'string') expect(error?.message).toContain(meaning);
  else expect(error?.message).toMatch(meaning);
  expect(error?.message).toContain(failing.fix ?? entry.fix);
  if (platform === 'github-actions') expect(error?.title).toBe(details.title);
  else expect(error?.message.slice(0, details.title.length + 2)).toBe(`${details.title}. `);
}

function expectAdvice({ entry, details }: Failed): void {
  const { facts, seen, causes } = details;
  expect(facts.get('Who can mend it')).toBe(menderWords[entry.who]);
  expect(facts.get('Does waiting help')).toBe(waitingWords[entry.waiting]);
  expect(facts.get('More')).toBe(explanationOf(entry));
  // What was seen in the run may stand in place of what it usually is.
  if (seen.length === 0 || causes.length > 0) expect(causes).toEqual(entry.causes);
}

function expectRefusal({ failing, details, requests }: Failed, code: number): void {
  expect(details.title).toBe(`Entra refused: AADSTS${code}`);
  // By the grant, MSAL sends it in the body or in the query.
  const sent = requests.flatMap(request => [request.form, request.query, request.headers]);
  expect(details.facts.get('Correlation id')).toMatch(/^[\da-f-]{36}$/);
  expect(sent.map(fields => fields['client-request-id'])).toContain(details.facts.get('Correlation id'));
  expect(details.facts.get('Presented issuer')).toBe(failing.presented?.issuer);
  expect(details.facts.get('Presented subject')).toBe(failing.presented?.subject);
}

function expectCredential({ failing, result, details }: Failed): void {
  const { credential, command, facts } = details;
  expect(JSON.parse(credential)).toEqual({
    name: expect.stringMatching(/^[A-Za-z0-9][\w-]{2,119}$/),
    issuer: failing.presented?.issuer,
    subject: failing.presented?.subject,
    audiences: ['api://AzureADTokenExchange'],
  });
  const client = facts.get('Client id');
  expect(client).toMatch(/^[\da-f-]{36}$/);
  expect(command).toBe(`az ad app federated-credential create --id ${client} --parameters credential.json`);
  expect(result.summary).toContain(credential);
  expect(result.summary).toContain(command);
}

/** What is there to be copied is not broken: a long word, the JSON and its command. */
function expectWidth({ lines, credential, command }: FailureDetails): void {
  const whole = [...credential.split('\n'), command].map(line => `    ${line}`);
  const isWhole = (line: string) => whole.includes(line) || /^ *\S+$/.test(line);
  expect(lines.filter(line => line.length > 80 && !isWhole(line))).toEqual([]);
}
