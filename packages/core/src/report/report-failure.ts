import type { Diagnosis } from '../diagnosis/diagnosis.js';
import type { Platform } from '../platform.js';
import { type PresentedAssertion, presentedFacts } from '../token/presented-assertion.js';
import { failureDetails } from './failure-details.js';
import { failureSummary } from './failure-summary.js';
import { safeText } from './safe-text.js';

/** What a report of a failure may use besides its diagnosis. */
export interface FailureReport {
  /** What vouched for the app, where it came to that. */
  readonly presented: PresentedAssertion | undefined;
  /** Whether the job's summary is wanted. */
  readonly summary: boolean;
}

/**
 * Tells a failure: first the one annotation, which holds what happened and the fix, for whoever reads nothing else; then
 * the details in the log; then the job's summary.
 */
export async function reportFailure(
  platform: Platform,
  diagnosis: Diagnosis,
  { presented, summary }: FailureReport,
): Promise<void> {
  const { title, what, likely = '', fix, trace = [] } = diagnosis;
  const message = [what, likely, fix].map(safeText).filter(Boolean).join(' ');
  platform.fail(safeText(title), message);
  for (const line of failureDetails(diagnosis)) platform.info(line);
  for (const line of trace) platform.debug(safeText(line));
  if (!summary) return;
  const markdown = failureSummary(withPresented(diagnosis, presented), platform.job);
  // A summary that cannot be written must not hide what failed.
  await platform.writeSummary(markdown).catch((error: unknown) => platform.debug(safeText(String(error))));
}

/** Whatever failed, the values to set the trust up with are in the summary once they are known. */
function withPresented(diagnosis: Diagnosis, presented: PresentedAssertion | undefined): Diagnosis {
  const missing = presented
    ? presentedFacts(presented).filter(([label]) => !diagnosis.facts.some(([each]) => each === label))
    : [];
  return { ...diagnosis, facts: [...diagnosis.facts, ...missing] };
}
