import { once } from 'node:events';
import { createServer as createPlainServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import type { CertificateAndKey } from '../certificates/create-certificate.js';
import { deliver } from './deliver.js';
import { type Answer, type Call, type RecordedRequest, recordOf } from './exchange.js';
import { KEY_REQUEST_HEADER } from './key-request.js';

/** A server of the emulator, on an origin of its own. */
export interface Listener {
  /** `https://localhost:<port>`, or `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly origin: string;
  /** What clients asked, in the order of the answers. */
  readonly requests: readonly RecordedRequest[];
  /** What the emulator's own parts asked, to verify a signature with the keys published here. */
  readonly keyRequests: readonly RecordedRequest[];
  /** Ends every connection; resolves when the port is free. */
  close(): Promise<void>;
}

export interface ListenerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** None for a server that speaks plain HTTP. */
  readonly tls: CertificateAndKey | undefined;
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}

/** Starts a server on this machine's loopback address. Rejects if the port is taken. */
export async function startListener({ port, tls, handle }: ListenerOptions): Promise<Listener> {
  const requests: RecordedRequest[] = [];
  const keyRequests: RecordedRequest[] = [];
  let origin = '';
  // All of them: `closeAllConnections` overlooks those that have not shaken hands yet.
  const sockets = new Set<Socket>();

  const answerRequest = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    receive(incoming, origin)
      .then(async call => {
        const answer = await handleSafely(handle, call);
        const record = recordOf(call, answer.status);
        (KEY_REQUEST_HEADER in call.headers ? keyRequests : requests).push(record);
        deliver(answer, outgoing, () => rawSocket(sockets, incoming));
      })
      // The client went away before it had sent everything: there is nobody to answer.
      .catch(() => outgoing.destroy());
  };
  const server =
    tls === undefined
      ? createPlainServer(answerRequest)
      : createTlsServer({ key: tls.privateKey, cert: tls.certificate }, answerRequest);
  // Managed identity endpoints are named by this address in the real places too.
  const host = tls === undefined ? '127.0.0.1' : 'localhost';
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(port, host);
  await once(server, 'listening');
  origin = `${tls === undefined ? 'http' : 'https'}://${host}:${(server.address() as AddressInfo).port}`;

  return {
    origin,
    requests,
    keyRequests,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

async function receive(incoming: IncomingMessage, origin: string): Promise<Call> {
  const url = new URL(incoming.url ?? '/', origin);
  return {
    origin,
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body: await text(incoming),
    remoteAddress: incoming.socket.remoteAddress ?? '',
  };
}

async function handleSafely(handle: ListenerOptions['handle'], call: Call): Promise<Answer> {
  try {
    return await handle(call);
  } catch (error) {
    // A defect of the emulator: answer it, so that the test that met it shows what happened.
    return { status: 500, body: { error: 'server_error', error_description: String(error) } };
  }
}

/** The TCP socket beneath a request. That of TLS cannot be reset: https://nodejs.org/api/net.html#socketresetanddestroy */
function rawSocket(sockets: ReadonlySet<Socket>, { socket }: IncomingMessage): Socket | undefined {
  return [...sockets].find(({ remotePort }) => remotePort === socket.remotePort);
}
