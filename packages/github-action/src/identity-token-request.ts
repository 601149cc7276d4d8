import { type IdentityTokenRequest, type Platform, StepFailure } from '@entra-token/core';

/**
 * The request for the job's OpenID Connect token:
 * https://docs.github.com/actions/reference/security/oidc#methods-for-requesting-the-oidc-token
 * @throws {StepFailure} when the job was not given the right to one.
 */
export function identityTokenRequest(environment: Platform['environment'], audience: string): IdentityTokenRequest {
  const address = environment['ACTIONS_ID_TOKEN_REQUEST_URL'];
  const requestToken = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
  if (!address || !requestToken) {
    throw new StepFailure({
      title: 'No identity token',
      what: 'GitHub gave this job no right to an identity token.',
      fix: 'Add `permissions: id-token: write` to the job (and `contents: read` if it checks out); a pull request from a fork never gets the right.',
      facts: [],
    });
  }
  const url = new URL(address);
  url.searchParams.set('audience', audience);
  return {
    method: 'GET',
    url: url.href,
    headers: { authorization: `Bearer ${requestToken}`, accept: 'application/json', 'user-agent': 'entra-token' },
    tokenProperty: 'value',
  };
}
