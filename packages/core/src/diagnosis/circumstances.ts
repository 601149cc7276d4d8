import type { Suspicion } from '../contract/suspicions.js';

/** What is known of a run besides how it failed: the evidence for what is said of the failure. */
export interface Circumstances {
  readonly suspicions: readonly Suspicion[];
  /** The time of this machine when it failed. */
  readonly now: Date;
}
