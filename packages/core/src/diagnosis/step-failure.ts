import type { Diagnosis } from './diagnosis.js';

/** A failure that is understood where it happens, and says itself what to do. */
export class StepFailure extends Error {
  override readonly name = 'StepFailure';

  constructor(readonly diagnosis: Diagnosis) {
    super(diagnosis.what);
  }
}
