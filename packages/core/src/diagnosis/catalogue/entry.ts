/** Who can do what the fix says. */
export type Mender = 'you' | 'app-owner' | 'administrator' | 'user' | 'api-owner' | 'network' | 'nobody';

/** Whether the same run can succeed later with nothing mended. */
export type Waiting =
  /** It fails until somebody mends it. */
  | 'no'
  /** It passes by itself where the thing was set up minutes ago, and else fails. */
  | 'after-a-change'
  /** It may pass, after longer than a step can wait; trying at once helps nothing, or harms. Tried where a server says when. */
  | 'later'
  /** It often passes at once, so that the step tries again. */
  | 'passes';

/** What Entra compares with a federated credential. */
export type PresentedValue = 'issuer' | 'subject' | 'audience';

/** A failure that is known, and what to do about it. Advice in plain text: placeholders in braces are filled in by the report. */
export interface CatalogueEntry {
  /** The numbers behind `AADSTS` that mean this. */
  readonly codes?: readonly number[];
  /** OAuth errors that mean the same, for answers without a code. */
  readonly errors?: readonly string[];
  /** What happened, as a sentence. */
  readonly meaning: string;
  /** What leads to it in a pipeline, the likeliest first, as sentences. */
  readonly causes: readonly string[];
  /** The one thing to do, as a sentence. */
  readonly fix: string;
  readonly who: Mender;
  readonly waiting: Waiting;
  /** For what has to do with federated credentials. */
  readonly presented?: {
    /** The values of the assertion whose oddities explain it. */
    readonly shows: readonly PresentedValue[];
    /** Whether a federated credential with the presented values mends it. */
    readonly register: boolean;
  };
  /** The page that says so. */
  readonly source: string;
}

/** Entries by their anchors in docs/errors.md. Logs link to those, so an anchor never changes. */
export type CatalogueSection = Readonly<Record<string, CatalogueEntry>>;

/** Microsoft's list of codes. */
export const errorCodes = 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes';
