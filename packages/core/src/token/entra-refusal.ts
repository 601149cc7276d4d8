import type { HttpResponse } from '../transport/http.js';
import { type JsonObject, parseJsonObject, textOf } from '../transport/json-object.js';
import type { SentTokenRequest } from './sent-token-request.js';

/** What Entra says when it refuses: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export interface RefusalDetails {
  readonly status: number;
  /** The OAuth error, such as `invalid_client`. */
  readonly error: string;
  /** The numbers of the AADSTS codes, the most specific first. */
  readonly codes: readonly number[];
  /** Entra's sentence, without the code before it and the ids behind it. */
  readonly text: string;
  readonly correlationId: string;
  readonly traceId: string | undefined;
  readonly timestamp: string | undefined;
  /** The header of that name. */
  readonly retryAfter: string | undefined;
}

/** Entra refused to issue a token for a scope. */
export class EntraRefusal extends Error {
  override readonly name = 'EntraRefusal';

  constructor(
    readonly details: RefusalDetails,
    readonly request: SentTokenRequest,
  ) {
    super(details.text);
  }
}

/**
 * Reads an OAuth error (RFC 6749 section 5.2) with Entra's additions.
 * @param correlationId the id the request was sent with, for a refusal that does not repeat it.
 * @returns undefined when the answer is none.
 */
export function readRefusal(response: HttpResponse, correlationId: string): RefusalDetails | undefined {
  const answer = parseJsonObject(response.body);
  const error = answer && textOf(answer, 'error');
  if (!answer || error === undefined) return undefined;
  const description = textOf(answer, 'error_description') ?? '';
  return {
    status: response.status,
    error,
    codes: codesOf(answer, description),
    text: sentenceOf(description),
    correlationId: textOf(answer, 'correlation_id') ?? correlationId,
    traceId: textOf(answer, 'trace_id'),
    timestamp: textOf(answer, 'timestamp'),
    retryAfter: response.headers['retry-after'],
  };
}

function codesOf(answer: JsonObject, description: string): number[] {
  const listed = answer['error_codes'];
  if (Array.isArray(listed)) return listed.filter(code => typeof code === 'number');
  const [, code] = /^AADSTS(\d+)/.exec(description) ?? [];
  return code === undefined ? [] : [Number(code)];
}

function sentenceOf(description: string): string {
  return description
    .replace(/^AADSTS\d+:\s*/, '')
    .replace(/\s*Trace ID:[\s\S]*$/, '')
    .trim();
}
