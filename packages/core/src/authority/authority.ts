import type { Cloud } from './clouds.js';

/** Who issues the token: one tenant at one login host. */
export interface Authority {
  readonly cloud: Cloud;
  /** `https://…` without a trailing slash. */
  readonly host: string;
  /** A directory id or a verified domain. */
  readonly tenant: string;
}

/** The tenant's address at its host, which is also what MSAL calls the authority. */
export function authorityUrl(authority: Authority): string {
  return `${authority.host}/${authority.tenant}`;
}

/**
 * The endpoints of a tenant as its openid-configuration would list them. Entra's layout is fixed, so nobody has to be
 * asked: https://learn.microsoft.com/entra/identity-platform/v2-protocols
 */
export function authorityMetadata(authority: Authority): Readonly<Record<string, string>> {
  const tenant = authorityUrl(authority);
  return {
    issuer: `${tenant}/v2.0`,
    authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `${tenant}/oauth2/v2.0/token`,
    jwks_uri: `${tenant}/discovery/v2.0/keys`,
  };
}
