import { request as httpsRequest } from 'node:https';
import type { HttpRequest, HttpResponse, Send } from './http.js';
import { reasonOf, TransportFailure } from './transport-failure.js';

/** No token answer comes near this; a larger body is somebody else's. */
const maximumBodyBytes = 1024 * 1024;

/**
 * Sends requests with Node's own https.
 * @param deadline ends every request that is still waiting when it aborts.
 */
export function httpsTransport(deadline: AbortSignal): Send {
  return request => sendOnce(request, deadline);
}

function sendOnce(request: HttpRequest, deadline: AbortSignal): Promise<HttpResponse> {
  const url = new URL(request.url);
  if (url.protocol !== 'https:') {
    return Promise.reject(new TransportFailure('not-https', url.host, 'a credential is only ever sent over https'));
  }
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(failureOf(error, url.host, deadline));
    const body = request.body === undefined ? undefined : Buffer.from(request.body);
    const headers = body === undefined ? request.headers : { ...request.headers, 'content-length': `${body.length}` };
    const sent = httpsRequest(url, { method: request.method, headers, signal: deadline }, answer => {
      const chunks: Buffer[] = [];
      let size = 0;
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > maximumBodyBytes) {
          sent.destroy(new TransportFailure('answer-too-large', url.host, `more than ${maximumBodyBytes} bytes`));
        }
      });
      answer.on('error', fail);
      answer.on('end', () => {
        resolve({
          status: answer.statusCode ?? 0,
          headers: flat(answer.headers),
          body: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

function failureOf(error: NodeJS.ErrnoException, host: string, deadline: AbortSignal): TransportFailure {
  if (error instanceof TransportFailure) return error;
  if (deadline.aborted) return new TransportFailure('deadline', host, 'no answer in time');
  const code = error.code ?? error.name;
  return new TransportFailure(reasonOf(code), host, code);
}

function flat(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}
