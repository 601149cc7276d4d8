import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import { connect as connectByTls } from 'node:tls';
import { type HttpProxy, type HttpProxyOptions, send, startProxy } from '@entra-token/emulator';
import { describe, expect, test } from '@jest/globals';
import { useEmulator } from './running-emulator.js';

const running = useEmulator();
const credentials = { user: 'build', password: 'p:ss' };

/** Starts a proxy for as long as it is used. */
async function withProxy(options: HttpProxyOptions | undefined, use: (proxy: HttpProxy) => Promise<void>) {
  const proxy = await startProxy(options);
  try {
    await use(proxy);
  } finally {
    await proxy.close();
  }
}

/** What the proxy answers to a CONNECT, and the connection it came on. */
async function connectTo(proxy: HttpProxy, host: string, pair?: string) {
  const headers = pair === undefined ? {} : { 'Proxy-Authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
  const outgoing = request(proxy.url, { method: 'CONNECT', path: host, headers, agent: false }).end();
  const { answer, socket } = await new Promise<{ answer: IncomingMessage; socket: Socket }>((resolve, reject) => {
    outgoing.once('connect', (answer, socket) => resolve({ answer, socket })).once('error', reject);
  });
  return { status: answer.statusCode, authenticate: answer.headers['proxy-authenticate'], socket };
}

/** The status line of what Entra answers through a tunnel. */
async function askThrough(socket: Socket): Promise<string> {
  const { caCertificate } = running().emulator;
  const secured = connectByTls({ socket, servername: 'localhost', ca: caCertificate });
  secured.write('GET /through HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
  const [bytes] = await once(secured, 'data');
  secured.destroy();
  return String(bytes).split('\r\n')[0] ?? '';
}

const entraHost = () => new URL(running().emulator.entra.origin).host;

describe('a proxy', () => {
  test('tunnels for everybody if it knows no credentials', () =>
    withProxy(undefined, async proxy => {
      const { status, socket } = await connectTo(proxy, entraHost());
      expect(status).toBe(200);
      expect(await askThrough(socket)).toBe('HTTP/1.1 404 Not Found');
      expect(running().emulator.entra.requests.at(-1)?.path).toBe('/through');
      expect(proxy.requests).toEqual([{ host: entraHost(), authorized: true }]);
    }));

  test('tunnels for those who present the credentials', () =>
    withProxy({ credentials }, async proxy => {
      const { status, socket } = await connectTo(proxy, entraHost(), 'build:p:ss');
      expect(status).toBe(200);
      expect(await askThrough(socket)).toBe('HTTP/1.1 404 Not Found');
      expect(proxy.requests).toEqual([{ host: entraHost(), authorized: true }]);
    }));

  test.each([undefined, 'build:wrong', 'other:p:ss'])('asks for the credentials if given %p', pair =>
    withProxy({ credentials }, async proxy => {
      const { status, authenticate } = await connectTo(proxy, entraHost(), pair);
      expect([status, authenticate]).toEqual([407, 'Basic realm="proxy"']);
      expect(proxy.requests).toEqual([{ host: entraHost(), authorized: false }]);
    }),
  );

  test.each([403, 502] as const)('refuses with %i if it is told to', refuse =>
    withProxy({ refuse }, async proxy => {
      expect((await connectTo(proxy, entraHost())).status).toBe(refuse);
      expect(proxy.requests).toEqual([{ host: entraHost(), authorized: true }]);
    }),
  );

  test('answers 502 for a host that is not there', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const address = closed.address();
    if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
    await new Promise(resolve => closed.close(resolve));
    await withProxy(undefined, async proxy => {
      expect((await connectTo(proxy, `127.0.0.1:${address.port}`)).status).toBe(502);
    });
  });

  test('does nothing but tunnel', () =>
    withProxy(undefined, async proxy => {
      expect((await send(proxy.url)).status).toBe(405);
      expect(proxy.requests).toEqual([]);
    }));

  test('ends its tunnels when it is closed', async () => {
    const proxy = await startProxy();
    const { socket } = await connectTo(proxy, entraHost());
    const ended = once(socket, 'close');
    socket.resume();
    await proxy.close();
    await ended;
    await expect(send(proxy.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
