import type { ScopeRequest } from '../contract/scope-request.js';
import type { JsonObject } from '../transport/json-object.js';

/** A token that Entra issued, and what it was asked for. */
export interface AccessToken {
  readonly scope: ScopeRequest;
  readonly value: string;
  /** As Entra names it: `Bearer`. */
  readonly tokenType: string;
  readonly expiresOn: Date;
  /** Where the grant returned one. */
  readonly refreshToken: string | undefined;
  /** Undefined when the token is no JWT. */
  readonly claims: JsonObject | undefined;
}
