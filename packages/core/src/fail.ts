import type { GivenInputs } from './contract/given-inputs.js';
import { findSuspicions } from './contract/suspicions.js';
import { wantsSummary } from './contract/wants-summary.js';
import { diagnose } from './diagnosis/diagnose.js';
import type { Platform } from './platform.js';
import { reportFailure } from './report/report-failure.js';
import type { PresentedAssertion } from './token/presented-assertion.js';

/** How far a run had come when it failed. */
export interface Progress {
  /** Undefined where not even the inputs could be read. */
  readonly given: GivenInputs | undefined;
  /** What vouched for the app, where it came to that. */
  readonly presented: PresentedAssertion | undefined;
  readonly now: Date;
}

/** Fails the step: finds out what a failure was, and tells it. */
export async function fail(platform: Platform, failure: unknown, { given, presented, now }: Progress): Promise<void> {
  const diagnosis = diagnose(failure, { suspicions: given ? findSuspicions(given) : [], now });
  await reportFailure(platform, diagnosis, { presented, summary: !given || wantsSummary(given) });
}
