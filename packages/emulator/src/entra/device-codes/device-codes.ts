import { randomBytes, randomInt } from 'node:crypto';
import type { Application, Tenant, User } from '../../directory/model.js';
import type { Issued } from '../../issued.js';
import { Refusal } from '../refusal.js';

export interface DeviceCodeOptions {
  /** Seconds to wait between two polls, 5 if unset; 0 and fractions are possible. */
  readonly interval?: number;
  /** Seconds after which a code expires; 900 if unset. */
  readonly lifetime?: number;
  /** Seconds that the interval grows by with each `slow_down`, 5 if unset (RFC 8628, section 3.5). */
  readonly slowDownBy?: number;
}

/** Who asked for a device code, and for what. */
export interface DeviceCodeRequest {
  readonly tenant: Tenant;
  readonly application: Application;
  readonly scope: string;
}

export interface DeviceCode {
  /** Secret: whoever has it gets the tokens. */
  readonly deviceCode: string;
  /** What the user types in. */
  readonly userCode: string;
  /** Seconds. */
  readonly lifetime: number;
  readonly interval: number;
}

interface KeptCode extends DeviceCodeRequest {
  readonly userCode: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  /** Milliseconds. */
  interval: number;
  /** Milliseconds since 1970, of the last poll. */
  polledAt: number | undefined;
  isTold: 'nothing' | 'declined' | { readonly approvedBy: User };
  slowDowns: number;
}

/** Those that the service uses in user codes: no vowels, nothing that looks like something else. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

/** The device codes that wait for a user, and what the user did. */
export class DeviceCodes {
  readonly #codes = new Map<string, KeptCode>();
  readonly #options: Required<DeviceCodeOptions>;
  readonly #issued: Issued;

  constructor(options: DeviceCodeOptions, issued: Issued) {
    this.#options = { interval: 5, lifetime: 900, slowDownBy: 5, ...options };
    this.#issued = issued;
  }

  /** The user codes that are neither redeemed nor declined, oldest first. */
  get userCodes(): string[] {
    return [...this.#codes.values()].filter(({ isTold }) => isTold !== 'declined').map(({ userCode }) => userCode);
  }

  start(request: DeviceCodeRequest, now: Date): DeviceCode {
    const { interval, lifetime } = this.#options;
    const deviceCode = `E${randomBytes(120).toString('base64url')}`;
    const userCode = Array.from({ length: 9 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    this.#issued.deviceCodes.push(deviceCode);
    this.#codes.set(deviceCode, {
      ...request,
      userCode,
      expiresAt: now.getTime() + lifetime * 1000,
      interval: interval * 1000,
      polledAt: undefined,
      isTold: 'nothing',
      slowDowns: 0,
    });
    return { deviceCode, userCode, lifetime, interval };
  }

  /**
   * The user who approved a code, which is spent by that, and the scope that was asked for.
   * @throws Refusal 70018 (no such code of this client), 70020 (expired), 65004 (declined), 70016 (pending; asked too often)
   */
  redeem(deviceCode: string, { tenant, application }: Omit<DeviceCodeRequest, 'scope'>, now: Date) {
    const kept = this.#codes.get(deviceCode);
    if (kept === undefined || kept.application !== application || kept.tenant !== tenant) {
      throw new Refusal(
        70018,
        'The device code was not recognized: it is not one of this client, or has been redeemed.',
      );
    }
    if (kept.expiresAt <= now.getTime()) {
      // https://github.com/Azure/azure-cli/issues/22251
      throw new Refusal(70020, "The value of the parameter 'device_code' is not valid. This device code has expired.");
    }
    if (kept.isTold === 'declined') throw new Refusal(65004, 'The end user declined the authorization request.');
    this.#keepPace(kept, now);
    if (kept.isTold === 'nothing') {
      throw new Refusal(70016, 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.');
    }
    this.#codes.delete(deviceCode);
    return { user: kept.isTold.approvedBy, scope: kept.scope };
  }

  /** The user signs in, and consents. Throws Error if there is no such code, or the user cannot sign in. */
  approve(userCode: string, user: User): void {
    const kept = this.#find(userCode);
    if (!kept.tenant.users.includes(user) || user.disabled) {
      throw new Error(`${user.userPrincipalName} cannot sign in to ${kept.tenant.displayName}.`);
    }
    kept.isTold = { approvedBy: user };
  }

  /** The user refuses. Throws Error if there is no such code. */
  decline(userCode: string): void {
    this.#find(userCode).isTold = 'declined';
  }

  /** Nobody types the code in, until it is too late. Throws Error if there is no such code. */
  expire(userCode: string): void {
    this.#find(userCode).expiresAt = 0;
  }

  /** Has the next polls told to slow down, however long they waited. Throws Error if there is no such code. */
  slowDown(userCode: string, times = 1): void {
    this.#find(userCode).slowDowns = times;
  }

  #keepPace(kept: KeptCode, now: Date): void {
    const isTooEarly = kept.polledAt !== undefined && now.getTime() < kept.polledAt + kept.interval;
    kept.polledAt = now.getTime();
    if (!isTooEarly && kept.slowDowns === 0) return;
    kept.slowDowns = Math.max(0, kept.slowDowns - 1);
    kept.interval += this.#options.slowDownBy * 1000;
    // The standard's error; Microsoft documents no code for it, and no such answer.
    throw new Refusal(70016, 'Authorization is pending. Poll less often.', 'slow_down');
  }

  #find(userCode: string): KeptCode {
    const kept = [...this.#codes.values()].find(code => code.userCode === userCode);
    if (kept === undefined) throw new Error(`No device waits for the code ${userCode}.`);
    return kept;
  }
}
