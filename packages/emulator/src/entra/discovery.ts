import type { Directory } from '../directory/directory.js';
import type { Answer, Call } from '../http/exchange.js';
import { issuerOf } from './access-token.js';
import { Refusal } from './refusal.js';
import { isSharedEndpoint, resolveTenant } from './tenant-name.js';

/** Answers `/{tenant}/v2.0/.well-known/openid-configuration`. Throws a Refusal for an unknown tenant. */
export function answerOpenIdConfiguration(directory: Directory, tenantName: string, { origin }: Call): Answer {
  // Entra puts the tenant's id wherever the request named it by a domain, and a placeholder where it named none.
  const isShared = isSharedEndpoint(tenantName);
  const name = isShared ? tenantName : resolveTenant(directory, tenantName).id;
  const base = `${origin}/${name}`;
  return {
    status: 200,
    body: {
      token_endpoint: `${base}/oauth2/v2.0/token`,
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
      jwks_uri: `${base}/discovery/v2.0/keys`,
      response_modes_supported: ['query', 'fragment', 'form_post'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      issuer: issuerOf(origin, isShared ? '{tenantid}' : name, 2),
      request_uri_parameter_supported: false,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
      tenant_region_scope: null,
      cloud_instance_name: new URL(origin).host,
    },
  };
}

/**
 * Answers `/common/discovery/instance`: whether an authority is one of this cloud, which here means this one.
 * Throws Refusal 50049 for any other.
 */
export function answerInstanceDiscovery(hostNames: readonly string[], { origin, query }: Call): Answer {
  const endpoint = query.get('authorization_endpoint') ?? '';
  const { host, hostname } = new URL(origin);
  // MSAL for Python leaves the port out of what it asks about.
  if (!URL.canParse(endpoint) || ![hostname, ...hostNames].includes(new URL(endpoint).hostname)) {
    throw new Refusal(50049, `Unknown or invalid instance: '${endpoint}'.`);
  }
  const [, tenantName = 'common'] = new URL(endpoint).pathname.split('/');
  return {
    status: 200,
    body: {
      tenant_discovery_endpoint: `${origin}/${tenantName}/v2.0/.well-known/openid-configuration`,
      'api-version': query.get('api-version') ?? '1.1',
      metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
    },
  };
}
