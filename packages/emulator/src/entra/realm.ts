import type { JWTPayload } from 'jose';
import type { Tenant } from '../directory/model.js';
import type { AppTokenClaims, AppTokenFacts } from './access-token.js';

/** In what the authorities differ that share the token endpoint: Entra, Azure AD B2C and AD FS. */
export interface Realm {
  /** What the assertion that a client signs itself may name as its audience. */
  readonly assertionAudiences: readonly string[];
  /** Whether client ids are GUIDs. */
  readonly hasGuidClients: boolean;
  /** The claims of an app-only token of Entra, as this authority words them. */
  tokenClaims(claims: AppTokenClaims, facts: Pick<AppTokenFacts, 'client' | 'resourceName'>): JWTPayload;
}

/** Entra, for one tenant. */
export function entraRealm(origin: string, { id, domains }: Tenant): Realm {
  return {
    // The token endpoint or the issuer of the tenant, by any of the tenant's names.
    assertionAudiences: [id, ...domains].flatMap(name =>
      ['/oauth2/v2.0/token', '/oauth2/token', '/v2.0', '/'].map(end => `${origin}/${name}${end}`),
    ),
    hasGuidClients: true,
    tokenClaims: claims => claims,
  };
}
