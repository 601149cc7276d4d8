import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Answer } from './exchange.js';

/**
 * Sends an answer in the way it asks for.
 * @param rawSocket finds the TCP socket of the connection, beneath TLS if there is any
 */
export function deliver(answer: Answer, outgoing: ServerResponse, rawSocket: () => Socket | undefined): void {
  switch (answer.delivery?.kind) {
    case 'stall':
      return;
    case 'reset':
      rawSocket()?.resetAndDestroy();
      return;
    case 'drip':
      drip(outgoing, writeHead(answer, outgoing), answer.delivery.bytesPerSecond);
      return;
    case 'truncate':
      truncate(outgoing, writeHead(answer, outgoing), answer.delivery.bytes);
      return;
    case undefined:
      outgoing.end(writeHead(answer, outgoing));
  }
}

/** Returns the body that is to follow. */
function writeHead({ status, headers, body, delivery }: Answer, outgoing: ServerResponse): Uint8Array {
  const { type, bytes } = encode(body);
  const length = delivery === undefined ? {} : { 'Content-Length': bytes.length };
  outgoing.writeHead(status, { 'Content-Type': type, ...length, ...headers });
  return bytes;
}

function encode(body: Answer['body']): { type: string; bytes: Uint8Array } {
  if (typeof body === 'string') return { type: 'text/plain; charset=utf-8', bytes: Buffer.from(body) };
  if (body instanceof Uint8Array) return { type: 'application/octet-stream', bytes: body };
  return { type: 'application/json; charset=utf-8', bytes: Buffer.from(JSON.stringify(body)) };
}

function drip(outgoing: ServerResponse, body: Uint8Array, bytesPerSecond: number): void {
  // A timer is no finer than a millisecond: beyond 1,000 bytes a second, several of them go at a time.
  const step = Math.ceil(bytesPerSecond / 1000);
  let sent = 0;
  const sendMore = () => {
    outgoing.write(body.subarray(sent, sent + step));
    sent += step;
    if (sent < body.length) return;
    clearInterval(timer);
    outgoing.end();
  };
  const timer = setInterval(sendMore, (step * 1000) / bytesPerSecond);
  outgoing.once('close', () => clearInterval(timer));
  sendMore();
}

function truncate(outgoing: ServerResponse, body: Uint8Array, bytes = Math.floor(body.length / 2)): void {
  outgoing.write(body.subarray(0, Math.min(bytes, body.length - 1)), () => outgoing.destroy());
}
