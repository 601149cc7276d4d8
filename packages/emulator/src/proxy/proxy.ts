import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, STATUS_CODES } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { basicCredentials } from '../http/exchange.js';

export interface HttpProxyOptions {
  /** What clients have to present; whoever comes may pass if unset. */
  readonly credentials?: { readonly user: string; readonly password: string };
  /** The status that tunnels are refused with, to those who may pass too. */
  readonly refuse?: 403 | 502;
}

/** One CONNECT request. */
export interface ProxiedRequest {
  /** Host and port, as the client named them. */
  readonly host: string;
  /** Whether its credentials were right, or none were needed. */
  readonly authorized: boolean;
}

export interface HttpProxy {
  /** `http://127.0.0.1:<port>`, without credentials and without a slash at the end. */
  readonly url: string;
  readonly requests: readonly ProxiedRequest[];
  /** Ends all tunnels; resolves when the port is free. */
  close(): Promise<void>;
}

/** Starts a proxy, on any free port of the loopback address, that does nothing but tunnel (RFC 9110, 9.3.6). */
export async function startProxy({ credentials, refuse }: HttpProxyOptions = {}): Promise<HttpProxy> {
  const requests: ProxiedRequest[] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  };
  const server = createServer((_, outgoing) => outgoing.writeHead(405, { Allow: 'CONNECT' }).end());
  server.on('connection', keep);
  server.on('connect', (incoming: IncomingMessage, client: Duplex, head: Buffer) => {
    client.on('error', () => client.destroy());
    const host = incoming.url ?? '';
    const authorized = mayPass(incoming.headers, credentials);
    requests.push({ host, authorized });
    if (!authorized) return answer(client, 407, 'Proxy-Authenticate: Basic realm="proxy"\r\n');
    if (refuse !== undefined) return answer(client, refuse);
    const [, name, port] = /^\[?([^\]]+)\]?:(\d+)$/.exec(host) ?? [];
    if (name === undefined) return answer(client, 400);
    const upstream = connect({ host: name, port: Number(port) });
    keep(upstream);
    tunnel(client, upstream, head);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function mayPass(headers: IncomingHttpHeaders, credentials: HttpProxyOptions['credentials']): boolean {
  if (credentials === undefined) return true;
  const presented = basicCredentials({ authorization: headers['proxy-authorization'] });
  return presented?.name === credentials.user && presented.password === credentials.password;
}

function answer(client: Duplex, status: number, headers = ''): void {
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${headers}`;
  client.end(`${head}Content-Length: 0\r\nConnection: close\r\n\r\n`);
}

function tunnel(client: Duplex, upstream: Socket, head: Buffer): void {
  let isOpen = false;
  upstream.once('connect', () => {
    isOpen = true;
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    upstream.write(head);
    client.pipe(upstream).pipe(client);
  });
  upstream.once('error', () => (isOpen ? client.destroy() : answer(client, 502)));
  client.once('close', () => upstream.destroy());
  upstream.once('close', () => {
    if (isOpen) client.destroy();
  });
}
