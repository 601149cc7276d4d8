import type { Context } from '../../packages/core/src/context.js';
import type { PresentedAssertion } from '../../packages/core/src/token/presented-assertion.js';
import type { HttpRequest, HttpResponse } from '../../packages/core/src/transport/http.js';
import type { RecordingPlatform } from './recording-platform.js';

/** A context whose network answers what the test says, and which never really waits. */
export interface RecordingContext extends Context {
  readonly sent: HttpRequest[];
  readonly masked: string[];
  readonly presented: PresentedAssertion[];
  /** Seconds that were waited, one entry a wait. */
  readonly waits: number[];
}

/** @param answer answers each request; without it there is no network. */
export function recordingContext(
  platform: RecordingPlatform,
  answer: (request: HttpRequest, index: number) => HttpResponse = ({ url }) => {
    throw new Error(`The test has no network for ${url}`);
  },
  start = new Date('2026-11-22T10:00:00Z'),
  timeoutSeconds = 60,
): RecordingContext {
  let elapsed = 0;
  const sent: HttpRequest[] = [];
  const masked: string[] = [];
  const waits: number[] = [];
  const presented: PresentedAssertion[] = [];
  return {
    platform,
    sent,
    masked,
    waits,
    presented,
    present: assertion => presented.push(assertion),
    now: () => new Date(start.getTime() + elapsed * 1000),
    random: () => 0,
    secondsLeft: () => timeoutSeconds - elapsed,
    mask: secret => masked.push(secret),
    wait: async seconds => {
      waits.push(seconds);
      elapsed += seconds;
      return elapsed < timeoutSeconds;
    },
    send: async request => {
      sent.push(request);
      return answer(request, sent.length - 1);
    },
  };
}

/** An answer as the transport gives it. */
export function response(status: number, body: unknown, headers: Record<string, string> = {}): HttpResponse {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: text, bytes: Buffer.from(text) };
}
