import { setTimeout as delay } from 'node:timers/promises';
import type { Platform } from './platform.js';
import { announceAssertion } from './report/announce-assertion.js';
import { maskSecret } from './report/mask-secrets.js';
import type { PresentedAssertion } from './token/presented-assertion.js';
import type { Send } from './transport/http.js';
import { httpsTransport } from './transport/https-transport.js';
import { proxyCredentials } from './transport/proxy-settings.js';

/** What the stages of a run share of the world outside. */
export interface Context {
  readonly platform: Platform;
  readonly send: Send;
  /** Hides a secret in every form a log could show. */
  mask(secret: string): void;
  /** Notes what vouches for the app, before it is presented, and tells the log once. */
  present(assertion: PresentedAssertion): void;
  now(): Date;
  /** From 0 to 1. */
  random(): number;
  /** How much of the step's time is left; negative when it is over. */
  secondsLeft(): number;
  /** Waits; false when the step ran out of time meanwhile. */
  wait(seconds: number): Promise<boolean>;
}

/**
 * Opens the context of a run.
 * @param timeoutSeconds how long everything together may take.
 * @param presented receives the assertions that are presented, for the report at the end.
 */
export function openContext(
  platform: Platform,
  now: () => Date,
  timeoutSeconds: number,
  presented: PresentedAssertion[],
): Context {
  const deadline = AbortSignal.timeout(timeoutSeconds * 1000);
  const end = now().getTime() + timeoutSeconds * 1000;
  const mask = (secret: string) => maskSecret(platform, secret);
  const network = platform.network();
  if (network.proxy) mask(proxyCredentials(network.proxy.proxy).password);
  return {
    platform,
    now,
    mask,
    present(assertion) {
      announceAssertion(platform, assertion, presented.at(-1));
      presented.push(assertion);
    },
    send: httpsTransport(network, deadline),
    random: Math.random,
    secondsLeft: () => (end - now().getTime()) / 1000,
    wait: seconds => delay(seconds * 1000, true, { signal: deadline }).catch(() => false),
  };
}
