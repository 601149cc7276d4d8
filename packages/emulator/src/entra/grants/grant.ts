import type { TokenRequest } from '../authority.js';

/** The body of a successful answer. */
export interface TokenResponse {
  readonly token_type: 'Bearer';
  /** Seconds. */
  readonly expires_in: number;
  readonly ext_expires_in: number;
  readonly access_token: string;
  /** What the token permits: of delegated permissions only. */
  readonly scope?: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
  /** Names the user to MSAL's cache: base64url of JSON. */
  readonly client_info?: string;
}

/** One `grant_type`: answers a token, or throws a Refusal. */
export type Grant = (request: TokenRequest) => Promise<TokenResponse>;
