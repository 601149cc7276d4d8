import type { JWTPayload } from 'jose';
import type { ServicePrincipal, Tenant } from '../directory/model.js';
import type { ClientProof } from './client-authentication/proof.js';
import { type TokenFrame, tokenFrame } from './token-frame.js';

export interface AppTokenFacts {
  readonly origin: string;
  readonly tenant: Tenant;
  readonly client: ServicePrincipal;
  readonly resource: ServicePrincipal;
  /** The resource as the scope named it. */
  readonly resourceName: string;
  readonly clientAuthentication: ClientProof['method'];
  readonly now: Date;
  /** Seconds; that of an application's token if unset. */
  readonly lifetime?: number;
}

export type AppTokenClaims = JWTPayload & TokenFrame & { readonly aud: string; readonly sub: string };

/**
 * The claims of an app-only access token, in the version that the resource wants.
 * https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
export function appTokenClaims(facts: AppTokenFacts): AppTokenClaims {
  const { tenant, client, resource, now, lifetime } = facts;
  const roles = rolesOf(client, resource);
  return {
    ...tokenFrame(now, lifetime),
    ...(resource.application.requestedAccessTokenVersion === 2 ? version2(facts) : version1(facts)),
    oid: client.objectId,
    sub: client.objectId,
    tid: tenant.id,
    // No role, no claim: an app without a role still gets a token.
    ...(roles.length > 0 && { roles }),
  };
}

/** The roles that `client` was assigned on `resource`. */
export function rolesOf(client: ServicePrincipal, resource: ServicePrincipal): string[] {
  return client.roleAssignments
    .filter(({ resource: { clientId } }) => clientId === resource.application.clientId)
    .map(({ role }) => role);
}

/** The issuer of a tenant's tokens, by the tokens' version. */
export function issuerOf(origin: string, tenantId: string, version: 1 | 2): string {
  // Version 1 really is issued by https://sts.windows.net/<tenant>/; the emulator has one host only.
  return version === 2 ? `${origin}/${tenantId}/v2.0` : `${origin}/${tenantId}/`;
}

function version2({ origin, tenant, client, resource, clientAuthentication }: AppTokenFacts) {
  return {
    ver: '2.0',
    iss: issuerOf(origin, tenant.id, 2),
    aud: resource.application.clientId,
    azp: client.application.clientId,
    azpacr: clientAuthentication,
  };
}

function version1({ origin, tenant, client, resourceName, clientAuthentication }: AppTokenFacts) {
  const issuer = issuerOf(origin, tenant.id, 1);
  return {
    ver: '1.0',
    iss: issuer,
    idp: issuer,
    aud: resourceName,
    appid: client.application.clientId,
    appidacr: clientAuthentication,
    idtyp: 'app',
  };
}
