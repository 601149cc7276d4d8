import { randomUUID } from 'node:crypto';
import { isGuid } from '../directory/guid.js';
import type { Answer, Call } from '../http/exchange.js';
import type { Shape } from './refusal.js';

/** What Entra says of a refusal: a code, with or without a `Refusal` to it. */
export interface RefusalContent {
  /** The number after `AADSTS`. */
  readonly code: number;
  readonly shape: Shape;
  readonly message: string;
}

/** Entra's error body for a refusal. `now` becomes its timestamp (UTC). */
export function answerRefusal(refusal: RefusalContent, call: Call, now: Date): Answer {
  const { code, shape, message } = refusal;
  const timestamp = `${now.toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const traceId = randomUUID();
  const correlationId = correlationIdOf(call) ?? randomUUID();
  return {
    status: shape.status,
    headers: { ...NO_STORE, 'x-ms-request-id': traceId },
    body: {
      error: shape.error,
      error_description:
        `AADSTS${code}: ${message} ` + `Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      ...(shape.suberror !== undefined && { suberror: shape.suberror }),
      ...(shape.linked && { error_uri: `${call.origin}/error?code=${code}` }),
    },
  };
}

/** Tokens and errors are not to be kept (RFC 6749, section 5.1). */
export const NO_STORE = { 'Cache-Control': 'no-store, no-cache', Pragma: 'no-cache' };

/** Clients name a request by a header, a query parameter or a form field, all called `client-request-id`. */
function correlationIdOf(call: Call): string | undefined {
  const header = call.headers['client-request-id'];
  const candidates = [
    typeof header === 'string' ? header : undefined,
    call.query.get('client-request-id'),
    new URLSearchParams(call.body).get('client-request-id'),
  ];
  return candidates.find(candidate => candidate != null && isGuid(candidate)) ?? undefined;
}
