import type { TokenRequest } from '../authority.js';
import { authenticateApiOfUser } from '../client-authentication/authenticate-client.js';
import { identifyClient } from '../client-authentication/identify-client.js';
import { issueUserTokens } from '../delegation/issue-user-tokens.js';
import { verifyUserAssertion } from '../delegation/user-assertion.js';
import { requiredParameter } from '../form-parameter.js';
import { Refusal } from '../refusal.js';
import type { TokenResponse } from './grant.js';

/**
 * Tokens for the user whose token an API was called with, so that it can call another one (RFC 7523, section 2.1).
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
 */
export async function onBehalfOf(request: TokenRequest): Promise<TokenResponse> {
  const { form } = request;
  const client = identifyClient(request);
  const use = requiredParameter(form, 'requested_token_use');
  if (use !== 'on_behalf_of') {
    throw new Refusal(9002313, `The request is not valid: 'requested_token_use' is '${use}', not 'on_behalf_of'.`);
  }
  const scope = requiredParameter(form, 'scope');
  const assertion = requiredParameter(form, 'assertion');
  const proof = await authenticateApiOfUser(request, client.application);
  const user = await verifyUserAssertion(assertion, request, client);
  return issueUserTokens({ request, client, proof, user, scope });
}
