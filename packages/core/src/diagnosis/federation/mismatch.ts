import type { SentTokenRequest } from '../../token/sent-token-request.js';
import type { KnownFailure } from '../catalogue/catalogue.js';
import type { Diagnosis } from '../diagnosis.js';
import { federatedCredential } from './federated-credential.js';
import { isOfGitHub } from './github-subject.js';
import { meantAudience, oddities } from './oddities.js';

/** What a refusal that has to do with federated credentials says besides its entry. */
export type MismatchAdvice = Partial<Pick<Diagnosis, 'likely' | 'remarks' | 'fix' | 'mended' | 'credential' | 'known'>>;

/** Reads the assertion that did not match: what is odd about it, and the federated credential that would match. */
export function adviseOnMismatch(known: KnownFailure | undefined, request: SentTokenRequest): MismatchAdvice {
  const { assertion, application } = request;
  // The app's own certificate makes assertions too, and no federated credential has to match those.
  if (!assertion || !known?.presented || assertion.issuer === application.clientId) return {};
  const { cloud } = application.authority;
  const [likely, ...remarks] = oddities(assertion, known.presented.shows, cloud);
  const audience = known.presented.shows.includes('audience') ? meantAudience(assertion, cloud) : undefined;
  if (audience !== undefined) {
    return {
      likely,
      remarks,
      fix: `Ask for the identity with the audience ${audience}.`,
      mended: isOfGitHub(assertion) ? `audience: ${audience}` : undefined,
      known: { ...known, who: 'you', waiting: 'no' },
    };
  }
  if (!known.presented.register) return { likely, remarks };
  return { likely, remarks, credential: federatedCredential(assertion, application) };
}
