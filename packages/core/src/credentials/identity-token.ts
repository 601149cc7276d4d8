import type { HttpRequest } from '../transport/http.js';

/** The request that makes a platform vouch for its job, and where its answer has the token. */
export interface IdentityTokenRequest extends HttpRequest {
  /** The property of the JSON answer that holds the token. */
  readonly tokenProperty: string;
}

/** The job has no right to an identity token, and no request could change that. */
export class IdentityTokenUnavailable extends Error {
  override readonly name = 'IdentityTokenUnavailable';

  /**
   * @param why what is missing, as a sentence.
   * @param fix what to do, as a sentence.
   */
  constructor(
    readonly why: string,
    readonly fix: string,
  ) {
    super(why);
  }
}

/** The platform answered the request for an identity token with a refusal. */
export class IdentityTokenRefused extends Error {
  override readonly name = 'IdentityTokenRefused';

  /**
   * @param host who refused.
   * @param detail the refusal in the platform's words, if it had any.
   */
  constructor(
    readonly host: string,
    readonly status: number,
    readonly detail: string,
  ) {
    super(`${host} answered ${status}`);
  }
}
