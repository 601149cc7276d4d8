import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Restriction } from '@entra-token/core';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entra-token-event-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The toolkit reads the event when it is imported, so each run imports it anew. */
async function restrictionOf(event: string, payload: unknown, actor = 'octocat'): Promise<Restriction | undefined> {
  const path = join(folder, 'event.json');
  writeFileSync(path, JSON.stringify(payload));
  process.env['GITHUB_EVENT_PATH'] = path;
  jest.resetModules();
  const { restriction } = await import('../../packages/github-action/src/restriction.js');
  return restriction({
    GITHUB_ACTOR: actor,
    GITHUB_EVENT_NAME: event,
    GITHUB_REPOSITORY: 'contoso/inventory',
  });
}

const own = { pull_request: { number: 1, head: { repo: { full_name: 'contoso/inventory' } } } };
const fork = { pull_request: { number: 1, head: { repo: { full_name: 'stranger/inventory' } } } };
const deletedFork = { pull_request: { number: 1, head: { repo: null } } };

test.each<[string, string, unknown, Restriction | undefined]>([
  ['a push', 'push', { ref: 'refs/heads/main' }, undefined],
  ['a pull request of the repository itself', 'pull_request', own, undefined],
  ['a review of such', 'pull_request_review', own, undefined],
  ['a pull request of a fork', 'pull_request', fork, { kind: 'fork', repository: 'stranger/inventory' }],
  ['a review of such', 'pull_request_review', fork, { kind: 'fork', repository: 'stranger/inventory' }],
  ['a comment on such', 'pull_request_review_comment', fork, { kind: 'fork', repository: 'stranger/inventory' }],
  ['a pull request of a deleted fork', 'pull_request', deletedFork, { kind: 'fork', repository: undefined }],
  ["a fork's, in the base's workflow", 'pull_request_target', fork, undefined],
  ["a deleted fork's, in the base's workflow", 'pull_request_target', deletedFork, undefined],
])('%s', async (_run, event, payload, expected) => {
  expect(await restrictionOf(event, payload)).toEqual(expected);
});

test.each(['push', 'pull_request', 'pull_request_target'])('%s, started by Dependabot', async event => {
  expect(await restrictionOf(event, own, 'dependabot[bot]')).toEqual({ kind: 'dependabot' });
});
