import type { TokenRequest } from '../authority.js';
import { authenticateClientOfUser } from '../client-authentication/authenticate-client.js';
import { identifyClient } from '../client-authentication/identify-client.js';
import { issueUserTokens } from '../delegation/issue-user-tokens.js';
import { requiredParameter } from '../form-parameter.js';
import type { TokenResponse } from './grant.js';

/**
 * Tokens for the user who approves a code on another device (RFC 8628, section 3.4). The scope is the one that the code
 * was asked for with.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
 */
export async function deviceCode(request: TokenRequest): Promise<TokenResponse> {
  const { authority, tenant, form } = request;
  const client = identifyClient(request);
  const { application } = client;
  const code = requiredParameter(form, 'device_code');
  const proof = await authenticateClientOfUser(request, application);
  const { user, scope } = authority.deviceCodes.redeem(code, { tenant, application }, authority.clock());
  return issueUserTokens({ request, client, proof, user, scope });
}
