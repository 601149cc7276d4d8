import type { TokenRequest } from '../authority.js';
import { authenticateClientOfUser } from '../client-authentication/authenticate-client.js';
import { identifyClient } from '../client-authentication/identify-client.js';
import { parseDelegatedScope } from '../delegation/delegated-scope.js';
import { issueUserTokens } from '../delegation/issue-user-tokens.js';
import { signInByPassword } from '../delegation/sign-in.js';
import { requiredParameter } from '../form-parameter.js';
import type { TokenResponse } from './grant.js';

/**
 * Tokens for a user whose name and password the client knows (RFC 6749, section 4.3).
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc
 */
export async function password(request: TokenRequest): Promise<TokenResponse> {
  const { authority, tenant, form } = request;
  const client = identifyClient(request);
  const scope = requiredParameter(form, 'scope');
  parseDelegatedScope(scope);
  const userName = requiredParameter(form, 'username');
  const secret = requiredParameter(form, 'password');
  const proof = await authenticateClientOfUser(request, client.application);
  const user = signInByPassword(authority.directory, tenant, userName, secret);
  return issueUserTokens({ request, client, proof, user, scope });
}
