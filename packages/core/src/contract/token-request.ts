import type { Authority } from '../authority/authority.js';
import type { ApplicationCredential } from '../credentials/application-credential.js';
import type { ScopeRequest } from './scope-request.js';

/** An application, registered at an authority. */
export interface Application {
  readonly kind: 'application';
  readonly authority: Authority;
  readonly clientId: string;
  readonly credential: ApplicationCredential;
}

/** A managed identity of the machine that runs the job; the machine's own endpoint issues its tokens. */
export interface ManagedIdentity {
  readonly kind: 'managed-identity';
  /** Of a user-assigned identity; undefined for the system-assigned one. */
  readonly clientId: string | undefined;
}

/** What the tokens must be good for; each undefined or empty where nothing is required. */
export interface Expectations {
  /** Of the first token. */
  readonly audience: string | undefined;
  /** Application roles or delegated scopes of the first token, all of them. */
  readonly roles: readonly string[];
  /** Seconds every token must still live. */
  readonly minLifetimeSeconds: number;
  /** An https address that must take the first token. */
  readonly verifyUrl: string | undefined;
}

/** What the inputs ask for, complete and checked. */
export interface TokenRequest {
  readonly identity: Application | ManagedIdentity;
  /** At least one. */
  readonly scopes: readonly ScopeRequest[];
  readonly expectations: Expectations;
  /** The environment variable to export the first token as. */
  readonly exportVariable: string | undefined;
  readonly jobSummary: boolean;
  /** What the reader should know although nothing failed. */
  readonly warnings: readonly string[];
}
