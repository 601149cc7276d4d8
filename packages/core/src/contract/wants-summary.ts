import type { GivenInputs } from './given-inputs.js';

/** Whether a failure belongs into the job's summary, even where the inputs are what failed. */
export function wantsSummary(given: GivenInputs): boolean {
  return given.value('job-summary').toLowerCase() !== 'false';
}
