/** What goes wrong with one request, or with several in a row. Those that hold no right answer keep it from the site. */
export type Fault = LastingFault | PropagationFault;

/** What can go wrong with every request. */
export type LastingFault =
  /** 429, by Entra or by something before it, which answers plain text. `entra` if unset. */
  | { readonly kind: 'throttled'; readonly body?: 'entra' | 'text'; readonly retryAfter?: RetryAfter }
  /** A page of the gateway, or Entra's own words. `html` if unset. */
  | {
      readonly kind: 'unavailable';
      readonly status: 500 | 502 | 503 | 504;
      readonly body?: 'html' | 'entra';
      readonly retryAfter?: RetryAfter;
    }
  /** The connection is reset before an answer. */
  | { readonly kind: 'reset' }
  /** No answer comes, ever. */
  | { readonly kind: 'stall' }
  /** The right answer, a byte at a time; 1 a second if unset, and never none. */
  | { readonly kind: 'drip'; readonly bytesPerSecond?: number }
  /** The right answer, cut off after so many bytes of its body, half of them if unset. */
  | { readonly kind: 'truncate'; readonly bytes?: number }
  /** 200 and `{}`. */
  | { readonly kind: 'empty' }
  /** The right answer, said to be `text/html`. */
  | { readonly kind: 'wrong-content-type' }
  /** 200 and a sign-in page, as a captive portal or a proxy shows it. */
  | { readonly kind: 'html' }
  /** 200 and JSON of more than so many bytes, whose length is not announced. */
  | { readonly kind: 'huge'; readonly bytes: number }
  /** 302 if unset. A client repeats a POST with its body after 307 and 308 (RFC 9110, 15.4). */
  | { readonly kind: 'redirect'; readonly location: string; readonly status?: 302 | 307 | 308 }
  /** An error of Entra with this text in its description, or as every field that holds text. `description` if unset. */
  | { readonly kind: 'hostile'; readonly text: string; readonly where?: 'description' | 'everywhere' }
  | RefusalFault;

/** An error of Entra. A code that the emulator knows has its own status and OAuth error, others 400 `invalid_request`. */
export interface RefusalFault {
  readonly kind: 'refusal';
  /** The number after `AADSTS`. */
  readonly code: number;
  /** Without code and identifiers. */
  readonly description?: string;
  readonly status?: number;
  /** The OAuth error. */
  readonly error?: string;
  readonly suberror?: string;
}

/** A federated credential that is new: unknown (70021) to so many requests, known to those that follow. */
export interface PropagationFault {
  readonly kind: 'propagation';
  readonly requests: number;
}

/** Seconds, or text that is sent as it is: an HTTP-date (`Date.toUTCString()`), or nonsense. */
export type RetryAfter = number | string;
