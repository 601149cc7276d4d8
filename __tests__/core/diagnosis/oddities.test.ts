import { describe, expect, test } from '@jest/globals';
import { clouds, isCloud } from '../../../packages/core/src/authority/clouds.js';
import { meantAudience, oddities } from '../../../packages/core/src/diagnosis/federation/oddities.js';
import { githubClaims, presented } from './presented.js';

const everyCloud = Object.keys(clouds).filter(isCloud);

describe('an audience', () => {
  test.each(everyCloud)('of the cloud %s itself is not remarkable there', cloud => {
    const own = presented({ ...githubClaims, aud: clouds[cloud].federationAudience });
    expect(oddities(own, ['issuer', 'subject', 'audience'], cloud)).toEqual([]);
    expect(meantAudience(own, cloud)).toBeUndefined();
  });

  test.each(
    everyCloud.flatMap(cloud => everyCloud.filter(each => each !== cloud).map(other => [cloud, other] as const)),
  )('asked for in the cloud %s, and of the cloud %s', (cloud, other) => {
    const { federationAudience: aud } = clouds[other];
    const expected = clouds[cloud].federationAudience;
    const strange = presented({ ...githubClaims, aud });
    expect(oddities(strange, ['audience'], cloud)).toEqual([
      `The audience ${aud} is that of the cloud '${other}'; the cloud '${cloud}' has ${expected}.`,
    ]);
    expect(meantAudience(strange, cloud)).toBe(expected);
  });

  test('of no cloud', () => {
    const strange = presented({ ...githubClaims, aud: 'https://github.com/contoso' });
    expect(oddities(strange, ['audience'], 'china')).toEqual([
      "The audience https://github.com/contoso is not the usual one; the cloud 'china' has api://AzureADTokenExchangeChina.",
    ]);
    expect(meantAudience(strange, 'china')).toBeUndefined();
  });
});

test('only the values that were asked about are looked at, in that order', () => {
  const strange = presented({
    iss: 'https://github.contoso.example/_services/token',
    sub: 'repo:contoso/inventory:pull_request',
    aud: 'api://x',
    repository: 'contoso/inventory',
    job_workflow_ref: 'contoso/inventory/.github/workflows/a.yml@refs/heads/main',
  });
  const sentences = {
    issuer: expect.stringMatching(/^The issuer is the GitHub Enterprise Server/),
    subject: expect.stringMatching(/^The run is of a pull request/),
    audience: expect.stringMatching(/^The audience api:\/\/x is not the usual one/),
  };
  expect(oddities(strange, ['issuer'], 'public')).toEqual([sentences.issuer]);
  expect(oddities(strange, ['subject', 'audience'], 'public')).toEqual([sentences.subject, sentences.audience]);
  expect(oddities(strange, ['audience', 'issuer'], 'public')).toEqual([sentences.audience, sentences.issuer]);
  expect(oddities(strange, [], 'public')).toEqual([]);
});

test('Azure DevOps has one audience, in every cloud', () => {
  for (const sub of [
    'p://contoso/inventory/deploy',
    'sc://contoso/inventory/production',
    '/eid1/c/pub/t/a/a/b/sc/c/d',
  ]) {
    const assertion = presented({ iss: 'https://vstoken.dev.azure.com/1', sub, aud: 'api://AzureADTokenExchange' });
    expect(oddities(assertion, ['audience'], 'usgov')).toEqual([]);
    expect(meantAudience(assertion, 'usgov')).toBeUndefined();
  }
});

test('a branch of GitHub that is named like a service connection is one of GitHub', () => {
  const assertion = presented({ ...githubClaims, sub: 'repo:o/r:ref:refs/heads/a/sc/b', aud: 'api://x' });
  expect(oddities(assertion, ['audience'], 'public')).toHaveLength(1);
});
