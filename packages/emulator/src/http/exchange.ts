import type { IncomingHttpHeaders } from 'node:http';
import type { Delivery } from './delivery.js';

/** One request as a listener's handler sees it. */
export interface Call {
  /** The listener's own origin. */
  readonly origin: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly remoteAddress: string;
}

/** What a handler answers. Bytes are sent as they are, any other object as JSON. */
export interface Answer {
  /** 0 if the delivery lets no answer arrive. */
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | object;
  /** At once and whole if unset. */
  readonly delivery?: Delivery;
}

/** One request that a listener received, and the status it answered with. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  /** Whether an `Authorization` header arrived, whatever it held. */
  readonly hasAuthorization: boolean;
  /** The body as it came. */
  readonly body: string;
  /** The fields of a form-encoded body, otherwise empty. */
  readonly form: Readonly<Record<string, string>>;
  /** 0 if there was no answer. */
  readonly status: number;
}

/** True if the request's media type is `type`, whatever its parameters. */
export function hasMediaType(headers: IncomingHttpHeaders, type: string): boolean {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase() === type;
}

/** The token of an `Authorization: Bearer` header, or `undefined` (RFC 6750, section 2.1). */
export function bearerToken(headers: IncomingHttpHeaders): string | undefined {
  return /^Bearer +([\w.~+/-]+=*)$/i.exec(headers.authorization ?? '')?.[1];
}

/** The user name and password of an `Authorization: Basic` header, or `undefined` (RFC 7617). */
export function basicCredentials(headers: IncomingHttpHeaders): { name: string; password: string } | undefined {
  const encoded = /^Basic +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const pair = Buffer.from(encoded, 'base64').toString();
  const colon = pair.indexOf(':');
  return { name: pair.slice(0, Math.max(0, colon)), password: pair.slice(colon + 1) };
}

/** The record to keep of a call that was answered with `status`. */
export function recordOf(call: Call, status: number): RecordedRequest {
  const isForm = hasMediaType(call.headers, 'application/x-www-form-urlencoded');
  return {
    method: call.method,
    path: call.path,
    query: Object.fromEntries(call.query),
    headers: call.headers,
    hasAuthorization: call.headers.authorization !== undefined,
    body: call.body,
    form: isForm ? Object.fromEntries(new URLSearchParams(call.body)) : {},
    status,
  };
}
