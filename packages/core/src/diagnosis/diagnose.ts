import { InputProblems } from '../contract/input-problems.js';
import { countOf } from '../report/count-of.js';
import { GaveUp } from '../retry/gave-up.js';
import { ApiRefusal } from '../token/api-refusal.js';
import { EntraRefusal } from '../token/entra-refusal.js';
import { TransportFailure } from '../transport/transport-failure.js';
import { UnexpectedAnswer } from '../transport/unexpected-answer.js';
import { diagnoseApiRefusal } from './api-refusal.js';
import type { Circumstances } from './circumstances.js';
import type { Diagnosis } from './diagnosis.js';
import { explain } from './explain.js';
import { diagnoseRefusal } from './refusal.js';
import { StepFailure } from './step-failure.js';
import { diagnoseTransport, diagnoseUnexpectedAnswer } from './transport.js';
import { diagnoseUnknown } from './unknown.js';

/** Says what a failure was and what to do about it. */
export function diagnose(failure: unknown, circumstances: Circumstances): Diagnosis {
  const diagnosis = diagnoseFailure(failure, circumstances);
  const anchor = diagnosis.known?.anchor;
  const suspicions = circumstances.suspicions.filter(({ explains }) => explains.some(each => each === anchor));
  const sentences = (isLikely: boolean) =>
    suspicions.flatMap(suspicion => (suspicion.isLikely === isLikely ? suspicion.sentence : []));
  const [likely, ...remarks] = [...sentences(true), ...(diagnosis.likely ? [diagnosis.likely] : [])];
  const mended = diagnosis.mended ?? suspicions.find(suspicion => suspicion.mended !== undefined)?.mended;
  return { ...diagnosis, likely, mended, remarks: [...remarks, ...(diagnosis.remarks ?? []), ...sentences(false)] };
}

function diagnoseFailure(failure: unknown, circumstances: Circumstances): Diagnosis {
  if (failure instanceof GaveUp) return diagnoseGivenUp(failure, circumstances);
  if (failure instanceof StepFailure) return explain(failure.anchor, failure.special);
  if (failure instanceof ApiRefusal) return diagnoseApiRefusal(failure);
  if (failure instanceof InputProblems) return diagnoseInputs(failure);
  if (failure instanceof EntraRefusal) return diagnoseRefusal(failure, circumstances.now);
  if (failure instanceof TransportFailure) return diagnoseTransport(failure);
  if (failure instanceof UnexpectedAnswer) return diagnoseUnexpectedAnswer(failure);
  return diagnoseUnknown(failure);
}

function diagnoseGivenUp({ failure, attempts, seconds, why }: GaveUp, circumstances: Circumstances): Diagnosis {
  const diagnosis = diagnoseFailure(failure, circumstances);
  const tries = `${attempts} in ${countOf(seconds, 'second')}`;
  return { ...diagnosis, what: `${diagnosis.what} ${why}`.trim(), facts: [...diagnosis.facts, ['Attempts', tries]] };
}

function diagnoseInputs({ problems }: InputProblems): Diagnosis {
  const sentences = problems.map(({ input, problem }) => `${input}: ${problem}`);
  return explain('inputs-wrong', {
    title: problems.length === 1 ? 'An input is wrong' : `${problems.length} inputs are wrong`,
    what: sentences.join(' '),
    fix: '',
    // One is told whole by the annotation.
    facts: problems.length === 1 ? [] : problems.map(({ input, problem }) => [input, problem]),
    mended: problems.flatMap(({ mended }) => mended ?? []).join('\n') || undefined,
  });
}
