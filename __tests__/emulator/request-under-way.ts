import { once } from 'node:events';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as requestByTls } from 'node:https';

export interface RequestUnderWay {
  readonly request: ClientRequest;
  /** The part of the answer's body that arrives first. */
  readonly firstBytes: Promise<unknown>;
  /** Resolves when the answer was whole, rejects when it ended before. */
  readonly end: Promise<unknown>;
}

/** Posts a request whose answer is watched as it arrives. */
export function requestUnderWay(
  url: string,
  { headers, body, ca }: { headers: Record<string, string>; body: string; ca: string },
): RequestUnderWay {
  const request = requestByTls(url, { method: 'POST', headers, ca, agent: false });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject);
  });
  const firstBytes = response.then(async incoming => (await once(incoming, 'data'))[0]);
  const end = response.then(incoming => once(incoming, 'end'));
  // Tests that watch one of them leave the other alone.
  for (const part of [firstBytes, end]) part.catch(() => undefined);
  request.end(body);
  return { request, firstBytes, end };
}
