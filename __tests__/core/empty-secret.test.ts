import type { Restriction } from '@entra-token/core';
import { expect, test } from '@jest/globals';
import { emptySecret } from '../../packages/core/src/contract/empty-secret.js';

test.each<[string, Restriction | undefined, string]>([
  ['an ordinary run', undefined, 'is empty. Is the secret defined, and is this run allowed to read it?'],
  [
    'the run of a fork',
    { kind: 'fork', repository: 'stranger/inventory' },
    'is empty: this run comes from the fork stranger/inventory, and gets no secrets. Get the token only in runs of the repository itself.',
  ],
  [
    'the run of a fork without a name',
    { kind: 'fork', repository: undefined },
    'is empty: this run comes from a fork, and gets no secrets. Get the token only in runs of the repository itself.',
  ],
  [
    'a run of Dependabot',
    { kind: 'dependabot' },
    "is empty: Dependabot started this run, and sees only the secrets stored for it. Store this one under 'Secrets and variables', 'Dependabot' too.",
  ],
])('in %s', (_run, restriction, sentence) => {
  expect(emptySecret({ restriction })).toBe(sentence);
});
