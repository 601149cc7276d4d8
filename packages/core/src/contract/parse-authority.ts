import type { Authority } from '../authority/authority.js';
import { type Cloud, clouds, isCloud } from '../authority/clouds.js';
import type { ServiceConnection } from '../credentials/service-connection.js';
import type { GivenInputs } from './given-inputs.js';
import { isGuid } from './is-guid.js';
import { nearest } from './nearest.js';
import { parseHttpsAddress } from './parse-https-address.js';

const domain = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/** The authorities that stand for many tenants; an app can only get a token from its own. */
const sharedTenants = ['common', 'organizations', 'consumers'];

/** Reads where the token comes from; the authority is undefined where a problem was reported. */
export function parseAuthority(
  given: GivenInputs,
  connection: ServiceConnection | undefined,
): { cloud: Cloud; authority: Authority | undefined } {
  const host = parseHost(given, connection);
  const cloud = parseCloud(given, connection, host);
  // An address with a path names the tenant itself, or has none (AD FS).
  if (host && host.pathname !== '/') return { cloud, authority: { cloud, url: host.href.replace(/\/+$/, '') } };
  const tenant = parseTenant(given, connection);
  if (tenant === undefined) return { cloud, authority: undefined };
  return { cloud, authority: { cloud, url: `${host?.origin ?? clouds[cloud].loginHost}/${tenant}` } };
}

/** Reads the cloud alone, for an identity that no authority is asked about. */
export function parseCloud(given: GivenInputs, connection: ServiceConnection | undefined, host?: URL): Cloud {
  const cloud = given.value('cloud');
  if (isCloud(cloud)) return cloud;
  const names = Object.keys(clouds);
  if (cloud !== '')
    given.report('cloud', `is '${cloud}', and takes one of: ${names.join(', ')}.`, nearest(cloud, names));
  return connection?.cloud ?? cloudOf(host) ?? 'public';
}

/** Reads the client id; undefined where a problem was reported. */
export function parseClientId(given: GivenInputs, connection: ServiceConnection | undefined): string | undefined {
  const clientId = given.value('client-id') || connection?.clientId || given.valueOrEnvironment('client-id');
  if (clientId === '') {
    given.report('client-id', 'is missing. Set it, or AZURE_CLIENT_ID, to the application (client) id of the app.');
    return undefined;
  }
  // Another authority may have client ids of another form (AD FS has names).
  if (isGuid(clientId) || given.valueOrEnvironment('authority-host') !== '') return clientId;
  given.report('client-id', `'${clientId}' is no application (client) id: 8-4-4-4-12 hexadecimal digits.`);
  return undefined;
}

function parseTenant(given: GivenInputs, connection: ServiceConnection | undefined): string | undefined {
  const tenant = given.value('tenant-id') || connection?.tenantId || given.valueOrEnvironment('tenant-id');
  if (tenant === '') {
    given.report('tenant-id', 'is missing. Set it, or AZURE_TENANT_ID, to the directory (tenant) id.');
    return undefined;
  }
  if (sharedTenants.includes(tenant.toLowerCase())) {
    given.report(
      'tenant-id',
      `'${tenant}' names no single tenant. An app gets its token from its own tenant: set its id.`,
    );
    return undefined;
  }
  if (isGuid(tenant) || domain.test(tenant)) return tenant;
  given.report('tenant-id', `'${tenant}' is neither a directory (tenant) id nor a domain (contoso.onmicrosoft.com).`);
  return undefined;
}

function parseHost(given: GivenInputs, connection: ServiceConnection | undefined): URL | undefined {
  const explicit = given.value('authority-host');
  const host = explicit || connection?.authorityHost || given.valueOrEnvironment('authority-host');
  if (host === '') return undefined;
  const source = explicit === '' && connection?.authorityHost ? 'azure-subscription' : 'authority-host';
  return parseHttpsAddress(given, source, host, 'https://login.microsoftonline.com');
}

/** An authority host that is a cloud's own says which cloud is meant. */
function cloudOf(host: URL | undefined): Cloud | undefined {
  return Object.keys(clouds)
    .filter(isCloud)
    .find(cloud => clouds[cloud].loginHost === host?.origin);
}
