import type { HttpRequest } from '../transport/http.js';

/** The request that makes a platform vouch for its job, and where its answer has the token. */
export interface IdentityTokenRequest extends HttpRequest {
  /** The property of the JSON answer that holds the token. */
  readonly tokenProperty: string;
}
