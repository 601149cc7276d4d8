import { randomBytes } from 'node:crypto';
import type { Application, Tenant, User } from '../../directory/model.js';
import type { Issued } from '../../issued.js';
import { Refusal } from '../refusal.js';

/** What a refresh token stands for. */
export interface RefreshGrant {
  readonly tenant: Tenant;
  readonly application: Application;
  readonly user: User;
  /** What is asked for where a request names no scope. */
  readonly scope: string;
}

interface KeptToken extends RefreshGrant {
  /** Milliseconds since 1970. */
  expiresAt: number;
  isRevoked: boolean;
}

/** Days for which an unused refresh token is good: https://learn.microsoft.com/entra/identity-platform/refresh-tokens */
const LIFETIME_DAYS = 90;
const DAY = 24 * 60 * 60 * 1000;

/**
 * The refresh tokens that were issued. Each use brings a new one, but the old one stays good until it expires or is
 * revoked, as Microsoft describes: https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-lifetime
 */
export class RefreshTokens {
  readonly #tokens = new Map<string, KeptToken>();
  readonly #issued: Issued;

  constructor(issued: Issued) {
    this.#issued = issued;
  }

  /** A new token: opaque to everyone but Entra. */
  issue(grant: RefreshGrant, now: Date): string {
    const token = `1.A${randomBytes(240).toString('base64url')}`;
    this.#tokens.set(token, { ...grant, expiresAt: now.getTime() + LIFETIME_DAYS * DAY, isRevoked: false });
    this.#issued.refreshTokens.push(token);
    return token;
  }

  /**
   * What a token stands for, if that client may use it in that tenant.
   * @throws Refusal 9002313 (no refresh token), 70000 (revoked, or of another client or tenant), 700082 (expired)
   */
  redeem(
    token: string,
    { tenant, application, now }: Omit<RefreshGrant, 'user' | 'scope'> & { now: Date },
  ): RefreshGrant {
    const kept = this.#tokens.get(token);
    if (kept === undefined) {
      // With another error than elsewhere: https://github.com/MicrosoftDocs/azure-docs/issues/63819
      throw new Refusal(9002313, 'Invalid request. The request is malformed or invalid.', 'invalid_grant');
    }
    if (kept.application !== application || kept.tenant !== tenant) {
      throw new Refusal(
        70000,
        'The provided grant is not valid: it was issued to another client or in another tenant.',
      );
    }
    if (kept.isRevoked) throw new Refusal(70000, 'The provided grant is not valid: it has been revoked.');
    if (kept.expiresAt <= now.getTime()) {
      throw new Refusal(
        700082,
        `The refresh token has expired due to inactivity. It was inactive for ${LIFETIME_DAYS}.00:00:00.`,
      );
    }
    return kept;
  }

  /** Has the token refused as revoked. Throws Error if it is none. */
  revoke(token: string): void {
    this.#find(token).isRevoked = true;
  }

  /** Has the token refused as expired. Throws Error if it is none. */
  expire(token: string): void {
    this.#find(token).expiresAt = 0;
  }

  #find(token: string): KeptToken {
    const kept = this.#tokens.get(token);
    if (kept === undefined) throw new Error('This is no refresh token of the emulator.');
    return kept;
  }
}
