import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { Application, ServicePrincipal, Tenant, User } from '../../directory/model.js';
import { issuerOf } from '../access-token.js';
import type { ClientProof } from '../client-authentication/proof.js';
import { tokenFrame } from '../token-frame.js';
import type { DelegatedAccess } from './delegated-access.js';

export interface UserTokenFacts {
  readonly origin: string;
  readonly tenant: Tenant;
  readonly client: ServicePrincipal;
  readonly user: User;
  readonly access: DelegatedAccess;
  readonly clientAuthentication: ClientProof['method'];
  readonly now: Date;
}

/**
 * The claims of an access token that speaks for a user, in the version that the resource wants.
 * https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
export function userTokenClaims(facts: UserTokenFacts): JWTPayload {
  const { tenant, user, access, now } = facts;
  const { application } = access.resource;
  return {
    ...tokenFrame(now),
    ...(application.requestedAccessTokenVersion === 2 ? version2(facts) : version1(facts)),
    name: user.displayName,
    oid: user.objectId,
    sub: pairwiseSubject(user, application),
    tid: tenant.id,
    scp: access.permissions.join(' '),
  };
}

/**
 * The claims of the ID token that tells the client who the user is.
 * https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference
 */
export function idTokenClaims({ origin, tenant, client, user, now }: UserTokenFacts): JWTPayload {
  return {
    ...tokenFrame(now),
    ver: '2.0',
    iss: issuerOf(origin, tenant.id, 2),
    aud: client.application.clientId,
    name: user.displayName,
    oid: user.objectId,
    preferred_username: user.userPrincipalName,
    sub: pairwiseSubject(user, client.application),
    tid: tenant.id,
  };
}

function version2({ origin, tenant, client, user, access, clientAuthentication }: UserTokenFacts): JWTPayload {
  return {
    ver: '2.0',
    iss: issuerOf(origin, tenant.id, 2),
    aud: access.resource.application.clientId,
    azp: client.application.clientId,
    azpacr: clientAuthentication,
    preferred_username: user.userPrincipalName,
  };
}

function version1({ origin, tenant, client, user, access, clientAuthentication }: UserTokenFacts): JWTPayload {
  return {
    ver: '1.0',
    iss: issuerOf(origin, tenant.id, 1),
    aud: access.resourceName,
    appid: client.application.clientId,
    appidacr: clientAuthentication,
    app_displayname: client.application.displayName,
    idtyp: 'user',
    unique_name: user.userPrincipalName,
    upn: user.userPrincipalName,
  };
}

/** A user has another `sub` for each application, so that two of them cannot compare their users. */
function pairwiseSubject({ objectId }: User, { clientId }: Application): string {
  return createHash('sha256').update(`${objectId}/${clientId}`).digest('base64url');
}
