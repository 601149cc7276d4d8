import { InputProblems } from '../contract/input-problems.js';
import { IdentityTokenRefused, IdentityTokenUnavailable } from '../credentials/identity-token.js';
import { EntraRefusal } from '../token/entra-refusal.js';
import { TransportFailure } from '../transport/transport-failure.js';
import { UnexpectedAnswer } from '../transport/unexpected-answer.js';
import type { Diagnosis } from './diagnosis.js';
import { diagnoseRefusal } from './refusal.js';
import { diagnoseTransport } from './transport.js';
import { diagnoseUnknown } from './unknown.js';

/** Says what a failure was and what to do about it. */
export function diagnose(failure: unknown): Diagnosis {
  if (failure instanceof InputProblems) return diagnoseInputs(failure);
  if (failure instanceof EntraRefusal) return diagnoseRefusal(failure);
  if (failure instanceof IdentityTokenUnavailable) {
    return { title: 'No identity token', what: failure.why, fix: failure.fix, facts: [] };
  }
  if (failure instanceof IdentityTokenRefused) return diagnoseIdentityRefusal(failure);
  if (failure instanceof TransportFailure) return diagnoseTransport(failure);
  if (failure instanceof UnexpectedAnswer) return diagnoseUnexpectedAnswer(failure);
  return diagnoseUnknown(failure);
}

function diagnoseInputs({ problems }: InputProblems): Diagnosis {
  const sentences = problems.map(({ input, problem }) => `${input}: ${problem}`);
  return {
    title: problems.length === 1 ? 'An input is wrong' : `${problems.length} inputs are wrong`,
    what: sentences.join(' '),
    fix: '',
    facts: problems.map(({ input, problem }) => [input, problem]),
  };
}

function diagnoseIdentityRefusal({ host, status, detail }: IdentityTokenRefused): Diagnosis {
  return {
    title: 'The identity token was refused',
    what: `${host} refused to issue an identity token for this job (HTTP ${status}).`,
    fix: 'Check that the job may ask for one, and that the service connection, if one is named, exists and is authorised for this pipeline.',
    facts: [['Its words', detail || 'none']],
  };
}

function diagnoseUnexpectedAnswer({ from, expected, status, contentType }: UnexpectedAnswer): Diagnosis {
  return {
    title: 'An answer makes no sense',
    what: `${from} answered without ${expected} (HTTP ${status}, ${contentType}).`,
    fix: 'Run the job again. If it stays so, something between the runner and that host answers in its place: ask who runs the proxy or firewall.',
    facts: [],
  };
}
