import type { Directory } from '../directory/directory.js';
import type { ManagedIdentity, Tenant } from '../directory/model.js';
import { appTokenClaims } from '../entra/access-token.js';
import type { Issued } from '../issued.js';
import type { SigningKey } from '../signing/signing-key.js';

/** What tokens of managed identities are made with. */
export interface IdentityTokenSource {
  readonly directory: Directory;
  readonly entraOrigin: string;
  /** Entra's, of all tenants. */
  readonly signingKey: SigningKey;
  readonly clock: () => Date;
  readonly issued: Issued;
}

export interface IdentityToken {
  readonly accessToken: string;
  readonly clientId: string;
  readonly resource: string;
  /** Seconds since 1970. */
  readonly notBefore: number;
  readonly expiresOn: number;
  /** Seconds. */
  readonly expiresIn: number;
}

/** Seconds, nearly a day: https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/managed-identity-best-practice-recommendations */
const LIFETIME = 86_399;

/** A token of the identity for a resource, which is named by its App ID URI; `undefined` if the tenant has none such. */
export async function identityToken(
  { directory, entraOrigin, signingKey, clock, issued }: IdentityTokenSource,
  { tenant, identity, resourceName }: { tenant: Tenant; identity: ManagedIdentity; resourceName: string },
): Promise<IdentityToken | undefined> {
  const resource = directory.findResource(tenant, resourceName);
  if (resource === undefined) return undefined;
  const claims = appTokenClaims({
    origin: entraOrigin,
    tenant,
    client: identity.servicePrincipal,
    resource,
    resourceName,
    // Azure signs an assertion for the identity, with a certificate that nobody else sees.
    clientAuthentication: '2',
    now: clock(),
    lifetime: LIFETIME,
  });
  const accessToken = await signingKey.sign({ ...claims, xms_mirid: identity.resourceId });
  issued.accessTokens.push(accessToken);
  return {
    accessToken,
    clientId: identity.application.clientId,
    resource: resourceName,
    notBefore: claims.nbf,
    expiresOn: claims.exp,
    expiresIn: LIFETIME,
  };
}
