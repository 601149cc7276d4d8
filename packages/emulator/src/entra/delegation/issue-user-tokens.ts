import type { ServicePrincipal, User } from '../../directory/model.js';
import type { TokenRequest } from '../authority.js';
import type { ClientProof } from '../client-authentication/proof.js';
import type { TokenResponse } from '../grants/grant.js';
import { LIFETIME } from '../token-frame.js';
import { delegatedAccess } from './delegated-access.js';
import { type DelegatedScope, parseDelegatedScope } from './delegated-scope.js';
import { idTokenClaims, type UserTokenFacts, userTokenClaims } from './user-token-claims.js';

/** What a grant has found out about its request. */
export interface UserGrant {
  readonly request: TokenRequest;
  readonly client: ServicePrincipal;
  readonly proof: ClientProof;
  readonly user: User;
  /** As the request, or what it refers to, has it. */
  readonly scope: string;
}

/**
 * The answer to a grant that speaks for a user: an access token, and what else the scope asks for.
 * @throws Refusal if the client may not have the scope, or has spent its proof before
 */
export async function issueUserTokens({ request, client, proof, user, scope }: UserGrant): Promise<TokenResponse> {
  const { authority, origin, tenant, form } = request;
  const asked = parseDelegatedScope(scope);
  const access = delegatedAccess(authority.directory, tenant, client, asked);
  proof.spendOn(access.resourceName, user.objectId);

  const now = authority.clock();
  const facts: UserTokenFacts = { origin, tenant, client, user, access, clientAuthentication: proof.method, now };
  const token = await authority.signingKey.sign(userTokenClaims(facts));
  authority.issued.accessTokens.push(token);
  return {
    token_type: 'Bearer',
    scope: access.scope.join(' '),
    expires_in: LIFETIME,
    ext_expires_in: LIFETIME,
    access_token: token,
    ...(asked.openId.has('offline_access') && {
      refresh_token: authority.refreshTokens.issue({ tenant, application: client.application, user, scope }, now),
    }),
    ...(await identity(request, asked, facts)),
    ...(form.get('client_info') === '1' && { client_info: clientInfo(facts) }),
  };
}

async function identity(
  { authority }: TokenRequest,
  { openId }: DelegatedScope,
  facts: UserTokenFacts,
): Promise<Pick<TokenResponse, 'id_token'>> {
  if (!openId.has('openid')) return {};
  const idToken = await authority.signingKey.sign(idTokenClaims(facts));
  authority.issued.idTokens.push(idToken);
  return { id_token: idToken };
}

/** MSAL names a user in its cache by these two. */
function clientInfo({ user, tenant }: UserTokenFacts): string {
  return Buffer.from(JSON.stringify({ uid: user.objectId, utid: tenant.id })).toString('base64url');
}
