/** A client's successful proof of its identity. */
export interface ClientProof {
  /** As `azpacr` tells it: `1` is a secret, `2` an assertion. */
  readonly method: '1' | '2';
  /** To be called right before a token is issued. Throws Refusal 50012 if the proof was spent on that resource before. */
  spendOn(resourceName: string): void;
}
