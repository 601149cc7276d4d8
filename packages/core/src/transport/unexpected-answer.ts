import type { HttpResponse } from './http.js';

/** An answer that is not what the protocol says: a proxy's page, an empty object, half a body. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | undefined;

  /**
   * @param from who answered, as a reader knows them.
   * @param expected what was missing from the answer.
   */
  constructor(
    readonly from: string,
    readonly expected: string,
    response: HttpResponse,
  ) {
    super(`${from} answered ${response.status} without ${expected}`);
    this.status = response.status;
    this.retryAfter = response.headers['retry-after'];
    this.contentType = response.headers['content-type'] ?? 'no content type';
  }
}
