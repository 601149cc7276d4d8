import { expect, test } from '@jest/globals';
import { subjectOddities } from '../../../packages/core/src/diagnosis/federation/subject-oddities.js';
import { githubClaims, presented } from './presented.js';

test.each([
  [
    'sc://contoso/inventory/production',
    ['The subject holds the names of organisation, project and service connection; each is compared to the letter.'],
  ],
  ['p://contoso/inventory/deploy', ['No service connection is named, so the subject is that of the pipeline itself.']],
  ['/eid1/c/pub/t/hM4TKO_d5U6/a/cN_tnO0x0ku/sc/contoso/production', []],
  ['system:serviceaccount:default:builder', []],
  ['', []],
])('%j', (sub, sentences) => {
  expect(subjectOddities(presented({ sub }))).toEqual(sentences);
});

test("a job's on GitHub is looked at as such", () => {
  const pullRequest = presented({ ...githubClaims, sub: 'repo:contoso/inventory:pull_request' });
  expect(subjectOddities(pullRequest)).toEqual([expect.stringMatching(/^The run is of a pull request/)]);
});
