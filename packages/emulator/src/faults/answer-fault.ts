import { shapeOf } from '../entra/refusal.js';
import { answerRefusal } from '../entra/refusal-answer.js';
import type { Answer, Call } from '../http/exchange.js';
import type { LastingFault, RefusalFault, RetryAfter } from './fault.js';
import { gatewayPage, signInPage } from './pages.js';

/** The request that met a fault. */
export interface FaultedRequest {
  readonly call: Call;
  /** Makes the right answer. */
  readonly handle: (call: Call) => Answer | Promise<Answer>;
  readonly now: Date;
}

/** What a request gets that met the fault. */
export async function answerFault(fault: LastingFault, request: FaultedRequest): Promise<Answer> {
  const right = () => request.handle(request.call);
  switch (fault.kind) {
    case 'throttled':
      return answerThrottled(fault, request);
    case 'unavailable':
      return answerUnavailable(fault, request);
    case 'reset':
    case 'stall':
      return { status: 0, body: '', delivery: { kind: fault.kind } };
    case 'drip':
      return { ...(await right()), delivery: { kind: 'drip', bytesPerSecond: fault.bytesPerSecond ?? 1 } };
    case 'truncate':
      return { ...(await right()), delivery: { kind: 'truncate', bytes: fault.bytes } };
    case 'empty':
      return { status: 200, body: {} };
    case 'wrong-content-type':
      return withHeaders(await right(), HTML);
    case 'html':
      return { status: 200, headers: HTML, body: signInPage };
    case 'huge':
      // In chunks, so that the client has to count.
      return {
        status: 200,
        headers: { 'Transfer-Encoding': 'chunked' },
        body: { access_token: 'a'.repeat(fault.bytes) },
      };
    case 'redirect':
      return { status: fault.status ?? 302, headers: { Location: fault.location }, body: '' };
    case 'hostile':
      return answerHostile(fault, request);
    case 'refusal':
      return refuse(fault, request);
  }
}

type FaultOf<Kind extends LastingFault['kind']> = Extract<LastingFault, { kind: Kind }>;

// The codes: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
function answerThrottled({ body, retryAfter }: FaultOf<'throttled'>, request: FaultedRequest): Answer {
  const answer: Answer =
    body === 'text'
      ? { status: 429, body: 'Too many requests' }
      : refuse(
          {
            code: 90055,
            description: 'There are too many incoming requests.',
            status: 429,
            error: 'temporarily_unavailable',
          },
          request,
        );
  return withHeaders(answer, retryAfterHeader(retryAfter));
}

function answerUnavailable({ status, body, retryAfter }: FaultOf<'unavailable'>, request: FaultedRequest): Answer {
  const answer: Answer =
    body === 'entra'
      ? refuse(
          { code: 90033, description: 'A transient error has occurred.', status, error: 'temporarily_unavailable' },
          request,
        )
      : { status, headers: HTML, body: gatewayPage(status) };
  return withHeaders(answer, retryAfterHeader(retryAfter));
}

function answerHostile({ text, where }: FaultOf<'hostile'>, request: FaultedRequest): Answer {
  const answer = refuse({ code: 7000215, description: text }, request);
  if (where !== 'everywhere') return answer;
  const fields = Object.entries(answer.body).map(([name, value]) => [name, typeof value === 'string' ? text : value]);
  return { ...answer, body: Object.fromEntries(fields) };
}

function refuse(
  { code, description = 'The request was refused.', status, error, suberror }: Omit<RefusalFault, 'kind'>,
  { call, now }: FaultedRequest,
): Answer {
  const shape = {
    ...shapeOf(code),
    ...(status !== undefined && { status }),
    ...(error !== undefined && { error }),
    ...(suberror !== undefined && { suberror }),
  };
  return answerRefusal({ code, shape, message: description }, call, now);
}

function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function retryAfterHeader(value: RetryAfter | undefined): Record<string, string> {
  return value === undefined ? {} : { 'Retry-After': String(value) };
}

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };
