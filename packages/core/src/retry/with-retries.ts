import type { Context } from '../context.js';
import { countOf } from '../report/count-of.js';
import { safeText } from '../report/safe-text.js';
import { wrap } from '../report/wrap.js';
import { TransportFailure } from '../transport/transport-failure.js';
import { GaveUp } from './gave-up.js';
import { retryAfterSeconds } from './retry-after.js';
import type { Transient } from './transient.js';

const maximumAttempts = 5;

/**
 * Runs an operation until it succeeds, fails for good, or the step has no time left for another attempt. Waits 1, 2, 4, 8
 * seconds, each shortened by up to half at random, or what the server asks for.
 * @param attempt counts from 0.
 * @throws {GaveUp} around the last failure, when it would have been worth another attempt; any other failure as it is.
 */
export async function withRetries<T>(context: Context, operation: (attempt: number) => Promise<T>): Promise<T> {
  const start = context.now().getTime();
  let answered: unknown;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await operation(attempt);
    } catch (failure) {
      const seconds = Math.round((context.now().getTime() - start) / 1000);
      // What a server answered before tells more than that it was slow the last time.
      if (isDeadline(failure)) {
        const why = answered ? `The step ran out of time, waiting for ${failure.host} once more.` : '';
        throw new GaveUp(answered ?? failure, attempt + 1, seconds, why);
      }
      // With all it knows of failures, it is loaded when there is one.
      const { transientOf } = await import('./transient.js');
      const transient = transientOf(failure);
      if (!transient) throw failure;
      const pause = nextPause(transient, attempt, context);
      if (typeof pause === 'string') throw new GaveUp(failure, attempt + 1, seconds, pause);
      if (!(failure instanceof TransportFailure)) answered = failure;
      announce(transient, pause, context);
      if (!(await context.wait(pause))) throw new GaveUp(failure, attempt + 1, seconds, 'The step ran out of time.');
    }
  }
}

/** Seconds to wait, or a sentence that says why there is no further attempt. */
function nextPause(transient: Transient, attempt: number, context: Context): number | string {
  const attempts = transient.attempts ?? maximumAttempts;
  if (attempt + 1 >= attempts) return `It was tried ${attempts} times.`;
  const asked = retryAfterSeconds(transient.retryAfter, context.now());
  const pause = asked ?? 2 ** attempt * (1 - context.random() / 2);
  const left = context.secondsLeft();
  if (pause < left) return pause;
  const left0 = Math.max(0, Math.floor(left));
  if (asked !== undefined)
    return `The server asks to wait ${countOf(asked, 'second')}, and the step has ${left0} left.`;
  return `The step has ${countOf(left0, 'second')} left, too few for another attempt.`;
}

function isDeadline(failure: unknown): failure is TransportFailure {
  return failure instanceof TransportFailure && failure.reason === 'deadline';
}

function announce({ what }: Transient, pause: number, { platform }: Context): void {
  for (const line of wrap(safeText(`${what}; trying again in ${pause.toFixed(1)} s.`))) platform.info(line);
}
