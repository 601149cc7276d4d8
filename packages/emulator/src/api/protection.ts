import type { Application, Tenant } from '../directory/model.js';

/** How one path of the sample API is protected, and what it answers to those who may have it. */
export interface Protection {
  /** The tenant whose tokens are accepted. */
  readonly tenant: Tenant;
  /** The application that the path belongs to: tokens have to be for it. */
  readonly resource: Application;
  /** An app role that the caller needs. */
  readonly requiredRole?: string;
  /** What a permitted call is answered, as JSON. */
  readonly answer: object;
}

/** How many requests one address may send, all paths taken together. */
export interface RateLimit {
  readonly requests: number;
  readonly perSeconds: number;
}
