import type { IdentityTokenRequest, Platform } from '@entra-token/core';

/**
 * The request for the job's OpenID Connect token:
 * https://docs.github.com/actions/reference/security/oidc#methods-for-requesting-the-oidc-token
 * @returns undefined when the job was not given the right to one.
 */
export function identityTokenRequest(
  environment: Platform['environment'],
  audience: string,
): IdentityTokenRequest | undefined {
  const address = environment['ACTIONS_ID_TOKEN_REQUEST_URL'];
  const requestToken = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
  if (!address || !requestToken) return undefined;
  const url = new URL(address);
  url.searchParams.set('audience', audience);
  return {
    method: 'GET',
    url: url.href,
    headers: { authorization: `Bearer ${requestToken}`, accept: 'application/json', 'user-agent': 'entra-token' },
    tokenProperty: 'value',
  };
}
