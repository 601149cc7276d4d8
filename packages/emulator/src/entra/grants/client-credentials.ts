import { appTokenClaims, rolesOf } from '../access-token.js';
import type { TokenRequest } from '../authority.js';
import { authenticateClient } from '../client-authentication/authenticate-client.js';
import { identifyClient } from '../client-authentication/identify-client.js';
import { requiredParameter } from '../form-parameter.js';
import { Refusal } from '../refusal.js';
import { unknownResource } from '../resource-refusal.js';
import { resourceOfDefaultScope } from '../scope.js';
import { LIFETIME } from '../token-frame.js';
import type { TokenResponse } from './grant.js';

/**
 * A token for the application itself (RFC 6749, section 4.4).
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 *
 * The request is looked at in this order: its form, who asks, the proof of it, and only then what exists in the tenant,
 * so that a stranger learns nothing about a tenant's resources.
 */
export async function clientCredentials(request: TokenRequest): Promise<TokenResponse> {
  const { authority, realm, tenant, origin, form } = request;
  const client = identifyClient(request);
  const resourceName = resourceOfDefaultScope(requiredParameter(form, 'scope'));
  const proof = await authenticateClient(request, client.application);

  const resource = authority.directory.findResource(tenant, resourceName);
  if (resource === undefined) throw unknownResource(resourceName, tenant);
  if (resource.assignmentRequired && rolesOf(client, resource).length === 0) {
    throw new Refusal(
      501051,
      `Application '${client.application.clientId}'(${client.application.displayName}) is not assigned to a role for ` +
        `the application '${resource.application.clientId}'(${resource.application.displayName}).`,
    );
  }

  proof.spendOn(resourceName);
  const claims = appTokenClaims({
    origin,
    tenant,
    client,
    resource,
    resourceName,
    clientAuthentication: proof.method,
    now: authority.clock(),
  });
  const token = await authority.signingKey.sign(realm.tokenClaims(claims, { client, resourceName }));
  authority.issued.accessTokens.push(token);
  return { token_type: 'Bearer', expires_in: LIFETIME, ext_expires_in: LIFETIME, access_token: token };
}
