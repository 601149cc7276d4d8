/** A client's successful proof of its identity. */
export interface ClientProof {
  /** As `azpacr` tells it: `0` is none, of a public client, `1` a secret, `2` an assertion. */
  readonly method: '0' | '1' | '2';
  /**
   * To be called right before a token is issued, with the resource and, if the token speaks for one, the user's object id.
   * Throws Refusal 50012 if the proof was spent on the same before.
   */
  spendOn(resourceName: string, userId?: string): void;
}
