import type { TokenRequest } from '../authority.js';
import { authenticateClientOfUser } from '../client-authentication/authenticate-client.js';
import { identifyClient } from '../client-authentication/identify-client.js';
import { issueUserTokens } from '../delegation/issue-user-tokens.js';
import { requireEnabled } from '../delegation/sign-in.js';
import { requiredParameter } from '../form-parameter.js';
import type { TokenResponse } from './grant.js';

/**
 * New tokens for a user who signed in before, for any resource of the tenant (RFC 6749, section 6).
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#refresh-the-access-token
 */
export async function refreshToken(request: TokenRequest): Promise<TokenResponse> {
  const { authority, tenant, form } = request;
  const client = identifyClient(request);
  const token = requiredParameter(form, 'refresh_token');
  const { application } = client;
  const proof = await authenticateClientOfUser(request, application);
  const now = authority.clock();
  const grant = authority.refreshTokens.redeem(token, { tenant, application, now });
  requireEnabled(grant.user);

  // The answer always holds a new refresh token, whether or not the scope asks for one.
  const scope = `${form.get('scope') || grant.scope} offline_access`;
  return issueUserTokens({ request, client, proof, user: grant.user, scope });
}
