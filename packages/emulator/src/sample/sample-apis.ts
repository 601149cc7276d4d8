import type { JWTPayload } from 'jose';
import { GRAPH_CLIENT_ID } from '../directory/first-party.js';
import type { Application, Tenant } from '../directory/model.js';
import type { Emulator } from '../emulator.js';

/** More paths of the sample API, and what a client needs to be let in. */
export interface SampleApis {
  /** An API with an application permission, as a company's app store has it. */
  readonly appStore: Application;
  readonly appStoreScope: string;
  readonly appsUrl: string;
  /** Microsoft Graph's, for applications and users with `User.Read.All`. */
  readonly usersUrl: string;
  /** Microsoft Graph's, for users with `User.Read`. */
  readonly meUrl: string;
  /** Answers with a redirection to another origin. */
  readonly redirectUrl: string;
}

/** Adds them, and gives the client the roles for those that are for applications. */
export function addSampleApis(
  { directory, api, elsewhere }: Emulator,
  { tenant, client }: { tenant: Tenant; client: Application },
): SampleApis {
  const appStore = directory.addApplication(tenant, {
    displayName: 'app store',
    identifierUris: ['api://app-store'],
    appRoles: ['Api.Access'],
  });
  directory.assignRole(tenant, { client, resource: appStore, role: 'Api.Access' });
  const answer = [{ id: 7, displayName: 'Company Portal' }];
  api.protect('/api/Apps', { tenant, resource: appStore, requiredRole: 'Api.Access', answer });

  const graph = directory.findClient(tenant, GRAPH_CLIENT_ID)?.application;
  if (graph === undefined) throw new Error(`${tenant.displayName} lacks Microsoft Graph.`);
  directory.assignRole(tenant, { client, resource: graph, role: 'User.Read.All' });
  api.protect('/v1.0/users', {
    tenant,
    resource: graph,
    requiredRole: 'User.Read.All',
    requiredScope: 'User.Read.All',
    answer: () => ({ value: tenant.users.map(({ objectId, displayName }) => ({ id: objectId, displayName })) }),
  });
  api.protect('/v1.0/me', { tenant, resource: graph, requiredScope: 'User.Read', onlyUsers: true, answer: me });
  api.redirect('/api/moved', `${elsewhere.origin}/api/items`);

  return {
    appStore,
    appStoreScope: 'api://app-store/.default',
    appsUrl: `${api.origin}/api/Apps`,
    usersUrl: `${api.origin}/v1.0/users`,
    meUrl: `${api.origin}/v1.0/me`,
    redirectUrl: `${api.origin}/api/moved`,
  };
}

function me({ oid, name, upn }: JWTPayload): object {
  return { id: oid, displayName: name, userPrincipalName: upn };
}
