import type { Authority } from '../authority/authority.js';
import type { CredentialRequest } from '../credentials/credential-request.js';
import type { ScopeRequest } from './scope-request.js';

/** What the inputs ask for, complete and checked. */
export interface TokenRequest {
  readonly authority: Authority;
  readonly clientId: string;
  /** At least one. */
  readonly scopes: readonly ScopeRequest[];
  readonly credential: CredentialRequest;
  /** Seconds the whole step may take. */
  readonly timeoutSeconds: number;
  readonly jobSummary: boolean;
}
