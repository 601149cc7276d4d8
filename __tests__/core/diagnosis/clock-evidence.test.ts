import { expect, test } from '@jest/globals';
import { clockEvidence } from '../../../packages/core/src/diagnosis/clock-evidence.js';
import { presented } from './presented.js';
import { refusalDetails } from './refusal-details.js';

const now = new Date('2026-11-22T10:00:00Z');
const ending = (time: string) => presented({ exp: new Date(time).getTime() / 1000 });
const later = ending('2026-11-22T12:00:00Z');

test.each<[string, string | undefined, ReturnType<typeof ending> | undefined, string[]]>([
  [
    'behind',
    '2026-11-22 10:07:30Z',
    later,
    [
      "The clock of this machine is 8 minutes behind Entra's: 2026-11-22 10:00:00 UTC here, 2026-11-22 10:07:30 UTC there.",
    ],
  ],
  [
    'ahead',
    '2026-11-22 09:55:00Z',
    later,
    [
      "The clock of this machine is 5 minutes ahead of Entra's: 2026-11-22 10:00:00 UTC here, 2026-11-22 09:55:00 UTC there.",
    ],
  ],
  [
    'behind by just enough',
    '2026-11-22 10:02:00Z',
    later,
    [
      "The clock of this machine is 2 minutes behind Entra's: 2026-11-22 10:00:00 UTC here, 2026-11-22 10:02:00 UTC there.",
    ],
  ],
  ['within the tolerance, behind', '2026-11-22 10:01:59Z', later, []],
  ['within the tolerance, ahead', '2026-11-22 09:58:01Z', later, []],
  ['exact', '2026-11-22 10:00:00Z', later, []],
  [
    'an expired assertion',
    '2026-11-22 10:00:01Z',
    ending('2026-11-22T09:50:00Z'),
    ['The presented assertion had expired at 2026-11-22 09:50:00 UTC, 10 minutes before.'],
  ],
  [
    'an expired assertion, and behind',
    '2026-11-22 11:00:00Z',
    ending('2026-11-22T10:59:00Z'),
    [
      "The clock of this machine is 60 minutes behind Entra's: 2026-11-22 10:00:00 UTC here, 2026-11-22 11:00:00 UTC there.",
      'The presented assertion had expired at 2026-11-22 10:59:00 UTC, 1 minute before.',
    ],
  ],
  ['an assertion that names no end', '2026-11-22 10:00:00Z', presented({}), []],
  ['no assertion', '2026-11-22 10:00:00Z', undefined, []],
  ['no timestamp', undefined, ending('2026-11-22T09:50:00Z'), []],
  ['a timestamp nobody can read', 'half past ten', ending('2026-11-22T09:50:00Z'), []],
])('%s', (_kind, timestamp, assertion, sentences) => {
  expect(clockEvidence(refusalDetails({ timestamp }), assertion, now)).toEqual(sentences);
});
