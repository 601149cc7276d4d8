import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';

/** Where a machine finds its managed identity, played by the test. */
export interface Loopback {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  end(): Promise<void>;
}

/** Starts a plain server on any free port of the loopback address, which answers every request alike. */
export async function startLoopback(answer: (outgoing: ServerResponse) => void): Promise<Loopback> {
  const server = createServer((_incoming, outgoing) => answer(outgoing));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens at no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async end() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
