import type { Cloud } from './clouds.js';

/** Who issues the token. */
export interface Authority {
  readonly cloud: Cloud;
  /**
   * The address before `/oauth2`, without a trailing slash: host and tenant for Entra, with a policy for B2C,
   * `https://HOST/adfs` for AD FS.
   */
  readonly url: string;
}

/** The endpoints of an authority that a token step may need. */
export interface Endpoints {
  readonly token: string;
  readonly deviceCode: string;
}

/**
 * The endpoints of an authority. Their layout is fixed, so nobody has to be asked:
 * https://learn.microsoft.com/entra/identity-platform/v2-protocols and, for AD FS, which has no `v2.0`,
 * https://learn.microsoft.com/windows-server/identity/ad-fs/overview/ad-fs-openid-connect-oauth-concepts
 */
export function endpointsOf({ url }: Authority): Endpoints {
  const oauth = isAdfs(url) ? `${url}/oauth2` : `${url}/oauth2/v2.0`;
  return { token: `${oauth}/token`, deviceCode: `${oauth}/devicecode` };
}

/** The metadata MSAL would otherwise look for with requests of its own. */
export function authorityMetadata(authority: Authority): Readonly<Record<string, string>> {
  const { token } = endpointsOf(authority);
  return {
    issuer: authority.url,
    authorization_endpoint: token.replace(/token$/, 'authorize'),
    token_endpoint: token,
    jwks_uri: `${authority.url}/discovery/keys`,
  };
}

/** Whether an address is one of AD FS, which has a single tenant and no policies. */
function isAdfs(url: string): boolean {
  return /^https:\/\/[^/]+\/adfs$/i.test(url);
}
