import type { Platform } from '../platform.js';

/** Where requests go instead of their host, and which go straight all the same. */
export interface ProxySettings {
  /** `http://` or `https://`, perhaps with a user name and a password. */
  readonly proxy: URL;
  bypasses(target: URL): boolean;
}

/**
 * Reads the proxy variables that curl and most programs go by, in lower and upper case:
 * https://everything.curl.dev/usingcurl/proxies/env.html
 * @returns undefined where there is no proxy, or none that can be read.
 */
export function environmentProxy(environment: Platform['environment']): ProxySettings | undefined {
  const value = (name: string) => environment[name.toLowerCase()] || environment[name] || undefined;
  const address = value('HTTPS_PROXY') ?? value('HTTP_PROXY') ?? value('ALL_PROXY');
  const proxy = address === undefined ? undefined : proxyAddress(address);
  if (!proxy) return undefined;
  const exceptions = (value('NO_PROXY') ?? '').split(/[\s,]+/).filter(Boolean);
  return { proxy, bypasses: target => exceptions.some(exception => matches(target, exception.toLowerCase())) };
}

/** Reads a proxy's address, which may come without `http://`; undefined when it is none. */
export function proxyAddress(text: string): URL | undefined {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return ['http:', 'https:'].includes(url.protocol) ? url : undefined;
}

/** `*`, a host, a domain with all below it, each perhaps with a port. */
function matches(target: URL, exception: string): boolean {
  if (exception === '*') return true;
  const [, name = '', port] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(exception) ?? [];
  if (port !== undefined && port !== (target.port || '443')) return false;
  const host = target.hostname.replace(/^\[|\]$/g, '');
  return name !== '' && (host === name || host.endsWith(`.${name}`));
}

/** The user name and password of a proxy's address, as they are sent; empty where it has none. */
export function proxyCredentials({ username, password }: URL): { readonly user: string; readonly password: string } {
  return { user: percentDecoded(username), password: percentDecoded(password) };
}

/** People forget to encode a percent sign; it then stands for itself. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
