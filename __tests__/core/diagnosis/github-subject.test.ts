import { describe, expect, test } from '@jest/globals';
import { githubSubjectOddities, isOfGitHub } from '../../../packages/core/src/diagnosis/federation/github-subject.js';
import { githubClaims, presented } from './presented.js';

function odditiesOf(claims: Readonly<Record<string, unknown>>): string[] {
  return githubSubjectOddities(presented({ ...githubClaims, ...claims }));
}

const environment =
  "The job names the environment 'production' (`environment: production`), so its subject ends with that and not with a branch.";
const pullRequest = 'The run is of a pull request, and the subject of those names no branch.';
const tag = "The run is of the tag 'v1.2', and not of a branch.";
const ids =
  "The subject holds the ids of owner and repository, as it does where the repository was made, renamed or transferred after 2026-07-15 or has chosen so: one for 'repo:contoso/inventory' does not match.";
const template =
  'The organisation or the repository has a template of its own for subjects (include_claim_keys), so this one has not the usual form';

describe('what is remarkable about a subject', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['an ordinary branch', {}, []],
    ['a branch with a slash', { sub: 'repo:contoso/inventory:ref:refs/heads/feature/stock' }, []],
    ['a branch named environment', { sub: 'repo:contoso/inventory:ref:refs/heads/environment' }, []],
    [
      'an environment',
      { sub: 'repo:contoso/inventory:environment:production', environment: 'production' },
      [environment],
    ],
    ['a pull request', { sub: 'repo:contoso/inventory:pull_request', ref: 'refs/pull/1/merge' }, [pullRequest]],
    ['a tag', { sub: 'repo:contoso/inventory:ref:refs/tags/v1.2', ref: 'refs/tags/v1.2' }, [tag]],
    ['ids, and a branch', { sub: 'repo:contoso@159357/inventory@741852963:ref:refs/heads/main' }, [ids]],
    [
      'ids, and an environment',
      { sub: 'repo:contoso@159357/inventory@741852963:environment:production', environment: 'production' },
      [environment, ids],
    ],
    [
      'ids, and a pull request',
      { sub: 'repo:contoso@159357/inventory@741852963:pull_request', ref: 'refs/pull/1/merge' },
      [pullRequest, ids],
    ],
    [
      'ids, and a tag',
      { sub: 'repo:contoso@159357/inventory@741852963:ref:refs/tags/v1.2', ref: 'refs/tags/v1.2' },
      [tag, ids],
    ],
    [
      'capital letters',
      { sub: 'repo:Contoso/inventory:ref:refs/heads/main', repository: 'Contoso/inventory' },
      ["'Contoso/inventory' has capital letters, and Entra takes small and capital letters for different."],
    ],
    [
      'a colon in an environment',
      { sub: 'repo:contoso/inventory:environment:eu%3Aprod', environment: 'eu:prod' },
      [
        "The job names the environment 'eu:prod' (`environment: eu:prod`), so its subject ends with that and not with a branch.",
        'A colon within a name is written %3A in the subject.',
      ],
    ],
    ['a template', { sub: 'repository_owner:contoso:ref:refs/heads/main' }, [`${template}.`]],
    ['a template that starts with the repository', { sub: 'repo:contoso/inventory' }, [`${template}.`]],
    [
      'a template with the workflow',
      { sub: `repo:contoso/inventory:job_workflow_ref:${githubClaims.job_workflow_ref}` },
      [`${template}, and it names the workflow that the job is defined in.`],
    ],
    [
      'a reusable workflow',
      { job_workflow_ref: 'contoso/workflows/.github/workflows/token.yml@refs/heads/v1' },
      [
        'The job is defined in the reusable workflow contoso/workflows/.github/workflows/token.yml@refs/heads/v1; the subject speaks of the repository that calls it.',
      ],
    ],
  ])('%s', (_kind, claims, sentences) => {
    expect(odditiesOf(claims)).toEqual(sentences);
  });
});

describe('whether an assertion is of GitHub', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['of github.com', githubClaims, true],
    [
      'of a server of its own',
      { ...githubClaims, iss: 'https://github.contoso.example/_services/token', sub: 'of its own form' },
      true,
    ],
    ['of Azure DevOps', { iss: 'https://vstoken.dev.azure.com/1', sub: 'sc://contoso/inventory/production' }, false],
    ['of Kubernetes', { iss: 'https://oidc.example', sub: 'system:serviceaccount:default:builder' }, false],
  ])('%s', (_issuer, claims, expected) => {
    expect(isOfGitHub(presented(claims))).toBe(expected);
  });
});
