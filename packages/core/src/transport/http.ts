/** A request as this step sends them, with a short text body or none. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the endpoint of a managed identity, which is on this machine or next to it and has no TLS. */
  readonly allowPlainHttp?: true;
  /** The status and the headers are enough, whatever the size of the rest. */
  readonly ignoreBody?: true;
}

/** An answer, read whole. Header names are in lower case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As text. */
  readonly body: string;
  readonly bytes: Buffer;
}

/**
 * Sends one request and reads its answer, whatever the status. Redirects are answers too: nothing here follows one,
 * because every request carries a credential.
 * @throws {TransportFailure} when there is no whole answer.
 */
export type Send = (request: HttpRequest) => Promise<HttpResponse>;

/** Whether an answer has a status in the 200s. */
export function isSuccess(response: HttpResponse): boolean {
  return response.status >= 200 && response.status < 300;
}

/** Whether a status says that the server has trouble or limits its callers, and not that the request is wrong. */
export function isTransientStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}
