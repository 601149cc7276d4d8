import type { HttpResponse } from '../transport/http.js';
import type { Diagnosis } from './diagnosis.js';

/** A failure that is understood where it happens, and says itself what to do. */
export class StepFailure extends Error {
  override readonly name = 'StepFailure';

  /** @param response the answer that it comes from, where another attempt may get another one. */
  constructor(
    readonly diagnosis: Diagnosis,
    readonly response?: HttpResponse,
  ) {
    super(diagnosis.what);
  }
}
