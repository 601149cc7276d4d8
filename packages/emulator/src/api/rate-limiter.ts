import type { RateLimit } from './protection.js';

interface Window {
  readonly endsAt: number;
  count: number;
}

/** Counts requests per address, in windows that begin with an address's first request. */
export class RateLimiter {
  readonly #windows = new Map<string, Window>();

  /** The whole seconds after which the address may ask again, or `undefined` if it may now. */
  secondsToWait(address: string, { requests, perSeconds }: RateLimit, now: Date): number | undefined {
    const time = now.getTime();
    let window = this.#windows.get(address);
    if (window === undefined || window.endsAt <= time) {
      window = { endsAt: time + perSeconds * 1000, count: 0 };
      this.#windows.set(address, window);
    }
    window.count += 1;
    return window.count > requests ? Math.ceil((window.endsAt - time) / 1000) : undefined;
  }
}
