/** The token was issued, and would be refused later: it is not what the inputs require. */
export class TokenUnfit extends Error {
  override readonly name = 'TokenUnfit';

  /**
   * @param what what is wrong with the token, as a sentence.
   * @param fix what to do, as a sentence.
   * @param facts values to compare.
   */
  constructor(
    readonly what: string,
    readonly fix: string,
    readonly facts: readonly (readonly [label: string, value: string])[],
  ) {
    super(what);
  }
}
