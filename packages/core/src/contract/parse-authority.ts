import type { Authority } from '../authority/authority.js';
import { type Cloud, clouds, isCloud } from '../authority/clouds.js';
import type { ServiceConnection } from '../credentials/service-connection.js';
import type { GivenInputs } from './given-inputs.js';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const domain = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/** The authorities that stand for many tenants; an app can only get a token from its own. */
const sharedTenants = ['common', 'organizations', 'consumers'];

/** Reads where the token comes from; each part is undefined where a problem was reported. */
export function parseAuthority(
  given: GivenInputs,
  connection: ServiceConnection | undefined,
): { cloud: Cloud; authority: Authority | undefined } {
  const host = parseHost(given, connection);
  const cloud = parseCloud(given) ?? connection?.cloud ?? cloudOf(host) ?? 'public';
  const tenant = parseTenant(given, connection);
  const authority = tenant === undefined ? undefined : { cloud, tenant, host: host ?? clouds[cloud].loginHost };
  return { cloud, authority };
}

/** Reads the client id; undefined where a problem was reported. */
export function parseClientId(given: GivenInputs, connection: ServiceConnection | undefined): string | undefined {
  const clientId = given.value('client-id') || connection?.clientId || given.valueOrEnvironment('client-id');
  if (clientId === '') {
    given.report('client-id', 'is missing. Set it, or AZURE_CLIENT_ID, to the application (client) id of the app.');
    return undefined;
  }
  // Another authority may have client ids of another form (AD FS has names).
  if (guid.test(clientId) || given.valueOrEnvironment('authority-host') !== '') return clientId;
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
  if (guid.test(tenant) || domain.test(tenant)) return tenant;
  given.report('tenant-id', `'${tenant}' is neither a directory (tenant) id nor a domain (contoso.onmicrosoft.com).`);
  return undefined;
}

function parseCloud(given: GivenInputs): Cloud | undefined {
  const cloud = given.value('cloud');
  if (cloud === '') return undefined;
  if (isCloud(cloud)) return cloud;
  given.report('cloud', `is '${cloud}', and takes one of: ${Object.keys(clouds).join(', ')}.`);
  return undefined;
}

function parseHost(given: GivenInputs, connection: ServiceConnection | undefined): string | undefined {
  const explicit = given.value('authority-host');
  const host = explicit || connection?.authorityHost || given.valueOrEnvironment('authority-host');
  if (host === '') return undefined;
  const source = explicit === '' && connection?.authorityHost ? 'azure-subscription' : 'authority-host';
  if (!URL.canParse(host)) {
    given.report(source, `'${host}' is no address. Write it whole: https://login.microsoftonline.com`);
    return undefined;
  }
  const url = new URL(host);
  if (url.protocol !== 'https:') {
    given.report(source, `'${host}' is not https, and a credential is only ever sent over https.`);
    return undefined;
  }
  if (url.username !== '' || url.password !== '') {
    given.report(source, `holds a user name or password. Keep scheme, host and port: ${url.origin}`);
    return undefined;
  }
  if (url.href !== `${url.origin}/`) {
    given.report(source, `'${host}' is more than a host. Keep scheme, host and port: ${url.origin}`);
    return undefined;
  }
  return url.origin;
}

/** An authority host that is a cloud's own says which cloud is meant. */
function cloudOf(host: string | undefined): Cloud | undefined {
  return Object.keys(clouds)
    .filter(isCloud)
    .find(cloud => clouds[cloud].loginHost === host);
}
