import type { Directory } from '../../directory/directory.js';
import { GRAPH_CLIENT_ID } from '../../directory/first-party.js';
import type { ServicePrincipal, Tenant } from '../../directory/model.js';
import { Refusal } from '../refusal.js';
import { unknownResource } from '../resource-refusal.js';
import type { AskedPermission, DelegatedScope } from './delegated-scope.js';

/** What a token may do on one resource in a user's name. */
export interface DelegatedAccess {
  readonly resource: ServicePrincipal;
  /** The resource as the scope named it. */
  readonly resourceName: string;
  /** The values of `scp`. */
  readonly permissions: readonly string[];
  /** The answer's `scope`: the permissions in the form they were asked for. */
  readonly scope: readonly string[];
}

/**
 * Finds the resource of a scope, and what the client may do there.
 * @throws Refusal 500011 (no such resource), 28000 (several), 650053 (no such permission), 65001 (no consent)
 */
export function delegatedAccess(
  directory: Directory,
  tenant: Tenant,
  client: ServicePrincipal,
  { permissions: asked, openId }: DelegatedScope,
): DelegatedAccess {
  const resourceName = asked[0]?.resourceName ?? GRAPH_CLIENT_ID;
  const resource = findOneResource(directory, tenant, [resourceName, ...asked.map(one => one.resourceName)]);
  const consented = consentedPermissions(client, resource);
  const granted = asked.flatMap(one => grantPermission(one, consented, client, resource));

  // `openid` and its like are permissions of Microsoft Graph, so only a token for Graph carries them.
  const isGraph = resource.application.clientId === GRAPH_CLIENT_ID;
  const own = isGraph ? [...openId].filter(name => name !== 'offline_access') : [];
  return {
    resource,
    resourceName,
    permissions: [...new Set([...granted.map(({ name }) => name), ...own])],
    // `.default` is repeated beside what it stood for: https://github.com/Azure/azure-cli/issues/32931
    scope: [...new Set([...[...granted, ...asked].map(({ prefix, name }) => prefix + name), ...own])],
  };
}

function findOneResource(directory: Directory, tenant: Tenant, names: readonly string[]): ServicePrincipal {
  const found = new Set(
    names.map(name => {
      const resource = directory.findResource(tenant, name);
      if (resource === undefined) throw unknownResource(name, tenant);
      return resource;
    }),
  );
  const [resource] = found;
  if (resource === undefined || found.size > 1) {
    throw new Refusal(28000, 'The value of the parameter scope is not valid: it names more than one resource.');
  }
  return resource;
}

function consentedPermissions({ consents }: ServicePrincipal, { application }: ServicePrincipal): readonly string[] {
  if (consents === 'all') return application.scopes;
  const listed = consents.filter(({ resource }) => resource.clientId === application.clientId);
  return application.scopes.filter(name => listed.some(({ scopes }) => scopes.includes(name)));
}

function grantPermission(
  asked: AskedPermission,
  consented: readonly string[],
  { application: client }: ServicePrincipal,
  { application: resource }: ServicePrincipal,
): AskedPermission[] {
  const { name } = asked;
  if (name === '.default' && consented.length > 0) return consented.map(one => ({ ...asked, name: one }));
  if (name !== '.default' && !resource.scopes.includes(name)) {
    throw new Refusal(
      650053,
      `The application '${client.displayName}' asked for scope '${name}' that does not exist on the resource ` +
        `'${resource.clientId}'.`,
    );
  }
  if (consented.includes(name)) return [asked];
  throw new Refusal(
    65001,
    `The user or an administrator has not consented to use the application with id '${client.clientId}' named ` +
      `'${client.displayName}'. Send an interactive authorization request for this user and resource.`,
  );
}
