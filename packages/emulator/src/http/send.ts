import { type IncomingHttpHeaders, request as requestPlainly } from 'node:http';
import { request as requestByTls } from 'node:https';
import { buffer } from 'node:stream/consumers';

export interface OutgoingRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** PEM of the only certificate authority to trust; not needed for plain HTTP. */
  readonly ca?: string;
}

export interface ReceivedAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body as it came. */
  readonly bytes: Buffer;
}

/**
 * Sends one request that trusts nothing but the given certificate authority, which `fetch` cannot do.
 * Rejects when no answer arrives; any status resolves.
 */
export function send(
  url: string | URL,
  { method = 'GET', headers, body, ca }: OutgoingRequest = {},
): Promise<ReceivedAnswer> {
  return new Promise((resolve, reject) => {
    const request = new URL(url).protocol === 'http:' ? requestPlainly : requestByTls;
    const options = { method, headers: { ...headers }, agent: false, ...(ca !== undefined && { ca }) };
    const outgoing = request(url, options, incoming => {
      buffer(incoming).then(
        bytes =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: bytes.toString(), bytes }),
        reject,
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
