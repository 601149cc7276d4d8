import type { KnownFailure } from './catalogue/catalogue.js';
import type { FederatedCredential } from './federation/federated-credential.js';

/** What a failed step tells its reader. Texts from outside stand in it as they came; the report makes them safe. */
export interface Diagnosis {
  /** A few words. */
  readonly title: string;
  /** What happened, in a sentence. */
  readonly what: string;
  /** What in this very run points to the cause, as a sentence. */
  readonly likely?: string | undefined;
  /** What else is remarkable about this run, as sentences. */
  readonly remarks?: readonly string[];
  /** The one thing to do, in a sentence. */
  readonly fix: string;
  /** The lines of the workflow or pipeline as they would be right, where that is known. */
  readonly mended?: string | undefined;
  /** Values to compare and ids to quote, in the order to read them. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** The entry of the catalogue that it is a case of. */
  readonly known?: KnownFailure;
  /** A federated credential that would have let this run pass. */
  readonly credential?: FederatedCredential;
  /** Where an unknown failure comes from, for debug logging only. */
  readonly trace?: readonly string[];
}
