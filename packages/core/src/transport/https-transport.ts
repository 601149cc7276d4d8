import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { rootCertificates, connect as tlsConnect } from 'node:tls';
import type { HttpRequest, HttpResponse, Send } from './http.js';
import type { NetworkSettings } from './network-settings.js';
import { openTunnel } from './proxy-tunnel.js';
import { reasonOf, TransportFailure } from './transport-failure.js';

/** No token answer comes near this; a larger body is somebody else's. */
const maximumBodyBytes = 1024 * 1024;

/** One attempt; a server that is well answers in a fraction of this. */
const attemptSeconds = 15;

/**
 * Sends requests with Node's own https, each within its own limit.
 * @param deadline ends every request that is still waiting when it aborts.
 */
export function httpsTransport(settings: NetworkSettings, deadline: AbortSignal): Send {
  return async request => {
    const url = new URL(request.url);
    const limit = AbortSignal.timeout(attemptSeconds * 1000);
    try {
      return await sendOnce(request, url, settings, AbortSignal.any([deadline, limit]));
    } catch (error) {
      if (error instanceof TransportFailure) throw error;
      if (deadline.aborted) throw new TransportFailure('deadline', url.host, 'the step ran out of time');
      if (limit.aborted) throw new TransportFailure('attempt-timeout', url.host, `no answer in ${attemptSeconds} s`);
      const code = codeOf(error);
      throw new TransportFailure(reasonOf(code), url.host, code);
    }
  };
}

async function sendOnce(
  request: HttpRequest,
  url: URL,
  settings: NetworkSettings,
  signal: AbortSignal,
): Promise<HttpResponse> {
  if (request.allowPlainHttp && url.protocol === 'http:') return exchange(request, url, signal, {});
  if (url.protocol !== 'https:') {
    throw new TransportFailure('not-https', url.host, 'a credential is only ever sent over https');
  }
  const trust = settings.extraAuthorities ? { ca: [...rootCertificates, ...settings.extraAuthorities] } : {};
  if (!settings.proxy || settings.proxy.bypasses(url)) return exchange(request, url, signal, trust);
  const tunnel = await openTunnel(settings.proxy.proxy, url, signal);
  const servername = url.hostname;
  const secured = tlsConnect({ socket: tunnel, servername, ...trust });
  return exchange(request, url, signal, { createConnection: () => secured }).finally(() => secured.destroy());
}

function exchange(
  request: HttpRequest,
  url: URL,
  signal: AbortSignal,
  connection: { readonly ca?: string[]; readonly createConnection?: () => Socket },
): Promise<HttpResponse> {
  const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const body = request.body === undefined ? undefined : Buffer.from(request.body);
    const headers = body === undefined ? request.headers : { ...request.headers, 'content-length': `${body.length}` };
    const sent = open(url, { method: request.method, headers, signal, ...connection }, answer => {
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
      answer.on('error', reject);
      answer.on('end', () => resolve(responseOf(answer, Buffer.concat(chunks))));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function responseOf(answer: IncomingMessage, bytes: Buffer): HttpResponse {
  return { status: answer.statusCode ?? 0, headers: flat(answer.headers), bytes, body: bytes.toString('utf8') };
}

/** Node names its errors by code: https://nodejs.org/api/errors.html#nodejs-error-codes */
function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error) return String(error.code);
  return error instanceof Error ? error.name : 'unknown';
}

function flat(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}
