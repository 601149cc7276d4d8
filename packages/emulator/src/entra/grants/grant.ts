import type { TokenRequest } from '../authority.js';

/** The body of a successful answer. */
export interface TokenResponse {
  readonly token_type: 'Bearer';
  /** Seconds. */
  readonly expires_in: number;
  readonly ext_expires_in: number;
  readonly access_token: string;
}

/** One `grant_type`: answers a token, or throws a Refusal. */
export type Grant = (request: TokenRequest) => Promise<TokenResponse>;
