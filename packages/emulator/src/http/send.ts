import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';

export interface OutgoingRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** PEM of the only certificate authority to trust. */
  readonly ca: string;
}

export interface ReceivedAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * Sends one HTTPS request that trusts nothing but the given certificate authority, which `fetch` cannot do.
 * Rejects when no answer arrives; any status resolves.
 */
export function send(
  url: string | URL,
  { method = 'GET', headers, body, ca }: OutgoingRequest,
): Promise<ReceivedAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers: { ...headers }, ca, agent: false }, incoming => {
      text(incoming).then(
        received => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: received }),
        reject,
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
