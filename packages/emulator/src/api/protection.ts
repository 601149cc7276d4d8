import type { JWTPayload } from 'jose';
import type { Application, Tenant } from '../directory/model.js';

/** How one path of the sample API is protected, and what it answers to those who may have it. */
export interface Protection {
  /** The tenant whose tokens are accepted. */
  readonly tenant: Tenant;
  /** The application that the path belongs to: tokens have to be for it. */
  readonly resource: Application;
  /** An app role that the caller needs. */
  readonly requiredRole?: string;
  /** A delegated permission that the caller needs. Where a role is required too, either is enough. */
  readonly requiredScope?: string;
  /** Whether only tokens that speak for a user make sense, as for Microsoft Graph's `/me`. */
  readonly onlyUsers?: boolean;
  /** What a permitted call is answered, as JSON; made from the token's claims if it is a function. */
  readonly answer: object | ((claims: JWTPayload) => object);
}

/** How many requests one address may send, all paths taken together. */
export interface RateLimit {
  readonly requests: number;
  readonly perSeconds: number;
}
