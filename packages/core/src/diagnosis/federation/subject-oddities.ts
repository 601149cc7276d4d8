import type { PresentedAssertion } from '../../token/presented-assertion.js';
import { githubSubjectOddities, isOfGitHub } from './github-subject.js';

/** What about a subject is easily overlooked when a federated credential is written for it, as sentences. */
export function subjectOddities(assertion: PresentedAssertion): string[] {
  if (isOfGitHub(assertion)) return githubSubjectOddities(assertion);
  if (assertion.subject.startsWith('p://')) {
    return ['No service connection is named, so the subject is that of the pipeline itself.'];
  }
  if (assertion.subject.startsWith('sc://')) {
    return [
      'The subject holds the names of organisation, project and service connection; each is compared to the letter.',
    ];
  }
  return [];
}
