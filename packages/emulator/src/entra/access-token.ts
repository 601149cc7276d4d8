import { randomBytes } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { ServicePrincipal, Tenant } from '../directory/model.js';

/** Seconds that an app-only token lives. */
export const LIFETIME = 3599;

export interface AppTokenFacts {
  readonly origin: string;
  readonly tenant: Tenant;
  readonly client: ServicePrincipal;
  readonly resource: ServicePrincipal;
  /** The resource as the scope named it. */
  readonly resourceName: string;
  /** `1`: the client proved itself by a secret; `2`: by an assertion. */
  readonly clientAuthentication: '1' | '2';
  readonly now: Date;
}

/**
 * The claims of an app-only access token, in the version that the resource wants.
 * https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
export function appTokenClaims(facts: AppTokenFacts): JWTPayload {
  const { tenant, client, resource, now } = facts;
  const seconds = Math.floor(now.getTime() / 1000);
  const roles = rolesOf(client, resource);
  return {
    // Entra dates its tokens back by five minutes, against clocks that are slow.
    iat: seconds - 300,
    nbf: seconds - 300,
    exp: seconds + LIFETIME + 1,
    ...(resource.application.requestedAccessTokenVersion === 2 ? version2(facts) : version1(facts)),
    // Opaque to everyone but Entra; present because a reader of real tokens expects them.
    aio: opaque(33),
    rh: `1.A${opaque(60)}.`,
    uti: opaque(16),
    xms_ftd: opaque(40),
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

function version2({ origin, tenant, client, resource, clientAuthentication }: AppTokenFacts): JWTPayload {
  return {
    ver: '2.0',
    iss: issuerOf(origin, tenant.id, 2),
    aud: resource.application.clientId,
    azp: client.application.clientId,
    azpacr: clientAuthentication,
  };
}

function version1({ origin, tenant, client, resourceName, clientAuthentication }: AppTokenFacts): JWTPayload {
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

function opaque(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}
