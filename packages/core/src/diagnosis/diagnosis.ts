/** What a failed step tells its reader. Texts from outside stand in it as they came; the report makes them safe. */
export interface Diagnosis {
  /** A few words. */
  readonly title: string;
  /** What happened, in a sentence. */
  readonly what: string;
  /** The one thing to do, in a sentence. */
  readonly fix: string;
  /** Values to compare and ids to quote, in the order to read them. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** Where an unknown failure comes from, for debug logging only. */
  readonly trace?: readonly string[];
}
