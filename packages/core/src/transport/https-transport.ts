import { request as httpRequest, type IncomingMessage } from 'node:http';
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
  if (url.protocol !== 'https:' && !request.allowPlainHttp) {
    return Promise.reject(new TransportFailure('not-https', url.host, 'a credential is only ever sent over https'));
  }
  const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(failureOf(error, url.host, deadline));
    const body = request.body === undefined ? undefined : Buffer.from(request.body);
    const headers = body === undefined ? request.headers : { ...request.headers, 'content-length': `${body.length}` };
    const sent = open(url, { method: request.method, headers, signal: deadline }, answer => {
      if (request.ignoreBody) {
        resolve(responseOf(answer, Buffer.alloc(0)));
        sent.destroy();
        return;
      }
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
      answer.on('end', () => resolve(responseOf(answer, Buffer.concat(chunks))));
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

function responseOf(answer: IncomingMessage, bytes: Buffer): HttpResponse {
  return { status: answer.statusCode ?? 0, headers: flat(answer.headers), bytes, body: bytes.toString('utf8') };
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
