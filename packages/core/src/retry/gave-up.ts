/** What failed would have been tried again, and was not, or not once more. */
export class GaveUp extends Error {
  override readonly name = 'GaveUp';

  /**
   * @param failure of the last attempt.
   * @param seconds from the first attempt's start on.
   * @param why no further attempt was made, as a sentence.
   */
  constructor(
    readonly failure: unknown,
    readonly attempts: number,
    readonly seconds: number,
    readonly why: string,
  ) {
    super(why);
  }
}
