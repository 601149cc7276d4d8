import { known, knownRefusal } from '../diagnosis/catalogue/catalogue.js';
import { StepFailure } from '../diagnosis/step-failure.js';
import { EntraRefusal } from '../token/entra-refusal.js';
import { isTransientStatus } from '../transport/http.js';
import { TransportFailure } from '../transport/transport-failure.js';
import { UnexpectedAnswer } from '../transport/unexpected-answer.js';

/** How to go on after a failure that another attempt may not have. */
export interface Transient {
  /** What happened, for the reader of the log, to follow a name and come before "; trying again". */
  readonly what: string;
  /** The server's own `Retry-After`, as it came. */
  readonly retryAfter: string | undefined;
  /** A bound below the usual one, where a failure seldom passes. */
  readonly attempts?: number;
}

/**
 * Federated credentials take minutes to be known everywhere:
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
const propagationCodes = [70021, 700211, 700213];

/** The assertion is outside its validity; a new one may not be. */
const staleAssertion = 700024;

/** Says whether another attempt makes sense; undefined for what would only fail again. */
export function transientOf(failure: unknown): Transient | undefined {
  if (failure instanceof TransportFailure) {
    if (known(failure.reason).waiting !== 'passes') return undefined;
    return { what: `${failure.host} gave no answer (${failure.detail})`, retryAfter: undefined };
  }
  if (failure instanceof UnexpectedAnswer) {
    const { from, status, retryAfter } = failure;
    // A broken body of a good answer may have been broken on the way.
    if (!isTransientStatus(status) && status !== 200) return undefined;
    return { what: `${from} answered ${status} without ${failure.expected}`, retryAfter };
  }
  if (failure instanceof EntraRefusal) return transientRefusal(failure);
  if (failure instanceof StepFailure && failure.response && isTransientStatus(failure.response.status)) {
    const { status, headers } = failure.response;
    return { what: `the answer was HTTP ${status}`, retryAfter: headers['retry-after'] };
  }
  return undefined;
}

function transientRefusal({ details, request }: EntraRefusal): Transient | undefined {
  const { status, codes, error, retryAfter } = details;
  const has = (known: readonly number[]) => codes.some(code => known.includes(code));
  const waiting = knownRefusal(codes, error)?.waiting;
  // What passes later is worth another attempt where the server says when.
  if (isTransientStatus(status) || waiting === 'passes' || (waiting === 'later' && retryAfter !== undefined)) {
    return { what: `Entra answered ${status} (${details.error})`, retryAfter };
  }
  if (has([staleAssertion])) return { what: 'Entra found the assertion outside its validity', retryAfter, attempts: 2 };
  if (request.assertion && has(propagationCodes)) {
    return {
      what: 'Entra knows no federated credential for this issuer, subject and audience; a new one takes a while to be known',
      retryAfter,
      attempts: 4,
    };
  }
  return undefined;
}
