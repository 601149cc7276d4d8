import type { HttpResponse } from '../transport/http.js';
import type { Anchor } from './catalogue/catalogue.js';
import type { SpecialCase } from './explain.js';

/** A failure that is understood where it happens: an entry of the catalogue, and what is special about this case of it. */
export class StepFailure extends Error {
  override readonly name = 'StepFailure';

  /** @param response the answer that it comes from, where another attempt may get another one. */
  constructor(
    readonly anchor: Anchor,
    readonly special: SpecialCase,
    readonly response?: HttpResponse,
  ) {
    super(`${special.title} (${anchor})`);
  }
}
