import { Refusal } from '../refusal.js';

export interface UsedAssertion {
  readonly clientId: string;
  /** `jti`, or whatever else tells the assertion from others. */
  readonly id: string;
  readonly resourceName: string;
  /** Of the user that the token speaks for, if any. */
  readonly userId: string | undefined;
  /** Seconds since 1970 after which the assertion is worthless anyhow. */
  readonly expiresAt: number;
}

/**
 * Remembers which self-signed assertions have brought a token, to refuse a second use (RFC 7523, section 3, item 7).
 *
 * Microsoft documents no code for a replay, so it is refused with the general AADSTS50012. An assertion may be spent once
 * on each resource and user, not once at all, because MSAL presents the same one for ten minutes, whatever it asks for:
 * https://github.com/AzureAD/microsoft-authentication-library-for-js/blob/dev/lib/msal-node/src/client/ClientAssertion.ts
 */
export class UsedAssertions {
  readonly #expiryByKey = new Map<string, number>();

  /** @throws Refusal 50012 if the assertion has been spent on this resource and user */
  spend({ clientId, id, resourceName, userId, expiresAt }: UsedAssertion, now: Date): void {
    for (const [key, expiry] of this.#expiryByKey) {
      if (expiry * 1000 <= now.getTime()) this.#expiryByKey.delete(key);
    }
    const key = JSON.stringify([clientId, id, resourceName, userId]);
    if (this.#expiryByKey.has(key)) {
      throw new Refusal(50012, `Authentication failed: the client assertion '${id}' has been used before.`);
    }
    this.#expiryByKey.set(key, expiresAt);
  }
}
