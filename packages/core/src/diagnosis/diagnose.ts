import { InputProblems } from '../contract/input-problems.js';
import { GaveUp } from '../retry/gave-up.js';
import { EntraRefusal } from '../token/entra-refusal.js';
import { TransportFailure } from '../transport/transport-failure.js';
import { UnexpectedAnswer } from '../transport/unexpected-answer.js';
import type { Diagnosis } from './diagnosis.js';
import { diagnoseRefusal } from './refusal.js';
import { StepFailure } from './step-failure.js';
import { diagnoseTransport } from './transport.js';
import { diagnoseUnknown } from './unknown.js';

/** Says what a failure was and what to do about it. */
export function diagnose(failure: unknown): Diagnosis {
  if (failure instanceof GaveUp) return diagnoseGivenUp(failure);
  if (failure instanceof StepFailure) return failure.diagnosis;
  if (failure instanceof InputProblems) return diagnoseInputs(failure);
  if (failure instanceof EntraRefusal) return diagnoseRefusal(failure);
  if (failure instanceof TransportFailure) return diagnoseTransport(failure);
  if (failure instanceof UnexpectedAnswer) return diagnoseUnexpectedAnswer(failure);
  return diagnoseUnknown(failure);
}

function diagnoseGivenUp({ failure, attempts, seconds, why }: GaveUp): Diagnosis {
  const diagnosis = diagnose(failure);
  const tries = `${attempts} in ${seconds} seconds`;
  return { ...diagnosis, what: `${diagnosis.what} ${why}`.trim(), facts: [...diagnosis.facts, ['Attempts', tries]] };
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

function diagnoseUnexpectedAnswer({ from, expected, status, contentType }: UnexpectedAnswer): Diagnosis {
  return {
    title: 'An answer makes no sense',
    what: `${from} answered without ${expected} (HTTP ${status}, ${contentType}).`,
    fix: 'Run the job again. If it stays so, something between the runner and that host answers in its place: ask who runs the proxy or firewall.',
    facts: [],
  };
}
