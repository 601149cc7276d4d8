import { expect, test } from '@jest/globals';
import { announceAssertion } from '../../../packages/core/src/report/announce-assertion.js';
import { githubClaims, presented } from '../diagnosis/presented.js';
import { recordingPlatform } from '../recording-platform.js';

const told = [
  '  Presented issuer: https://token.actions.githubusercontent.com',
  '  Presented subject: repo:contoso/inventory:ref:refs/heads/main',
  '  Presented audience: api://AzureADTokenExchange',
];

test('an assertion is told once, however many say the same', () => {
  const platform = recordingPlatform({});
  announceAssertion(platform, presented(githubClaims), undefined);
  announceAssertion(platform, presented({ ...githubClaims, jti: 'another' }), presented(githubClaims));
  expect(platform.log).toEqual(told);
});

test('another one is told again', () => {
  const platform = recordingPlatform({});
  announceAssertion(platform, presented(githubClaims), presented({ ...githubClaims, sub: 'repo:contoso/other' }));
  expect(platform.log).toEqual(told);
});

test('what it says cannot write a line or a command of its own', () => {
  const platform = recordingPlatform({});
  const sub = `repo:x\n::error::no\n##vso[task.complete]${'y'.repeat(100_000)}`;
  announceAssertion(platform, presented({ ...githubClaims, sub }), undefined);
  expect(platform.log.join('\n')).not.toMatch(/::|##|^\S/m);
  expect(platform.log.join('').length).toBeLessThan(2000);
});
