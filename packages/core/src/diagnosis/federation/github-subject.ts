import type { PresentedAssertion } from '../../token/presented-assertion.js';

/** The forms GitHub gives a subject by itself: https://docs.github.com/actions/reference/security/oidc#example-subject-claims */
const usualSubject = /^repo:[^:]+:(environment:[^:]+|pull_request|ref:refs\/[^:]+)$/;

/** Owner and repository with their ids: https://learn.microsoft.com/entra/workload-id/workload-identities-github-immutable-subjects */
const immutableSubject = /^repo:([^@/:]+)@\d+\/([^@:]+)@\d+(?=:|$)/;

/** Whether an assertion is one of GitHub's for a job, on whatever server. */
export function isOfGitHub({ claim }: PresentedAssertion): boolean {
  return claim('job_workflow_ref') !== '' && claim('repository') !== '';
}

/** What about GitHub's subject is easily overlooked when a federated credential is written for it, as sentences. */
export function githubSubjectOddities(assertion: PresentedAssertion): string[] {
  return [...contextOddities(assertion), ...ownerOddities(assertion)];
}

/** What the job runs for: https://docs.github.com/actions/reference/security/oidc#filtering-for-a-specific-environment */
function contextOddities({ subject, claim }: PresentedAssertion): string[] {
  if (!usualSubject.test(subject)) return customisedOddities(subject);
  const environment = claim('environment');
  const sentences = [];
  if (subject.includes(':environment:')) {
    sentences.push(
      `The job names the environment '${environment}' (\`environment: ${environment}\`), so its subject ends with that and not with a branch.`,
    );
  } else if (subject.endsWith(':pull_request')) {
    sentences.push('The run is of a pull request, and the subject of those names no branch.');
  } else if (subject.includes(':ref:refs/tags/')) {
    sentences.push(`The run is of the tag '${claim('ref').replace('refs/tags/', '')}', and not of a branch.`);
  }
  if (subject.includes('%3A')) sentences.push('A colon within a name is written %3A in the subject.');
  return sentences;
}

/** https://docs.github.com/actions/reference/security/oidc#customizing-the-subject-claims-for-an-organization-or-repository */
function customisedOddities(subject: string): string[] {
  const names = subject.includes('job_workflow_ref:') ? ', and it names the workflow that the job is defined in' : '';
  return [
    `The organisation or the repository has a template of its own for subjects (include_claim_keys), so this one has not the usual form${names}.`,
  ];
}

function ownerOddities({ subject, claim }: PresentedAssertion): string[] {
  const sentences = [];
  const [written, owner, repository] = immutableSubject.exec(subject) ?? [];
  if (written !== undefined) {
    sentences.push(
      `The subject holds the ids of owner and repository, as it does where the repository was made, renamed or transferred after 2026-07-15 or has chosen so: one for 'repo:${owner}/${repository}' does not match.`,
    );
  }
  if (/[A-Z]/.test(claim('repository'))) {
    sentences.push(
      `'${claim('repository')}' has capital letters, and Entra takes small and capital letters for different.`,
    );
  }
  const workflow = claim('workflow_ref');
  if (workflow !== '' && claim('job_workflow_ref') !== workflow) {
    sentences.push(
      `The job is defined in the reusable workflow ${claim('job_workflow_ref')}; the subject speaks of the repository that calls it.`,
    );
  }
  return sentences;
}
