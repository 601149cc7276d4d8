import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { proxyCredentials } from './proxy-settings.js';
import { TransportFailure } from './transport-failure.js';

/**
 * Opens a tunnel through a proxy (https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6). What goes through it is
 * encrypted for the target: the proxy sees its name, and no credential of ours but its own.
 * @throws {TransportFailure} that names the proxy.
 */
export function openTunnel(proxy: URL, target: URL, signal: AbortSignal): Promise<Socket> {
  const authority = `${target.hostname}:${target.port || '443'}`;
  const open = proxy.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = open({
      hostname: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...proxyAuthorization(proxy) },
      agent: false,
      signal,
    });
    const refuse = (status: number | undefined) => {
      reject(new TransportFailure('proxy-refused', proxy.host, `HTTP ${status ?? 'without a status'}`));
    };
    request.on('connect', (answer, socket) => {
      if (answer.statusCode === 200) {
        resolve(socket);
        return;
      }
      socket.destroy();
      refuse(answer.statusCode);
    });
    request.on('response', answer => {
      answer.destroy();
      refuse(answer.statusCode);
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        signal.aborted ? error : new TransportFailure('proxy-not-connected', proxy.host, error.code ?? error.name),
      );
    });
    request.end();
  });
}

function proxyAuthorization(proxy: URL): Record<string, string> {
  const { user, password } = proxyCredentials(proxy);
  if (user === '' && password === '') return {};
  return { 'proxy-authorization': `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}
