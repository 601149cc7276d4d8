import type { Tenant } from '../directory/model.js';
import type { Authority } from '../entra/authority.js';
import { applicationGrants } from '../entra/grants/grants.js';
import { readForm } from '../entra/posted-form.js';
import { Refusal } from '../entra/refusal.js';
import { grantToken } from '../entra/token-endpoint.js';
import type { Answer, Call } from '../http/exchange.js';
import { b2cIssuer, b2cRealm, policyBase } from './realm.js';
import { answerB2cRefusal } from './refusal-answer.js';

/** What a path `/{tenant}/{policy}/…` asks of a tenant of Azure AD B2C. */
export interface PolicyRequest {
  readonly tenant: Tenant;
  readonly tenantName: string;
  readonly policy: string;
  /** The rest of the path. */
  readonly document: string;
}

/** Reads a path; `undefined` if it names no policy of a tenant that has some. */
export function readPolicyRequest({ directory }: Authority, path: string): PolicyRequest | undefined {
  const [, tenantName = '', policy = '', ...rest] = path.split('/');
  const tenant = directory.findTenant(tenantName);
  if (!tenant?.policies.some(known => known.toLowerCase() === policy.toLowerCase())) return undefined;
  return { tenant, tenantName, policy, document: rest.join('/') };
}

/** Answers the endpoints of a policy, for applications only. */
export async function answerPolicy(authority: Authority, request: PolicyRequest, call: Call): Promise<Answer> {
  switch (request.document) {
    case 'oauth2/v2.0/token':
      return answerToken(authority, request, call);
    case 'v2.0/.well-known/openid-configuration':
      return answerConfiguration(request, call);
    case 'discovery/v2.0/keys':
      return { status: 200, body: await authority.signingKey.keySet() };
    default:
      return { status: 404, body: '' };
  }
}

async function answerToken(authority: Authority, { tenant, policy }: PolicyRequest, call: Call): Promise<Answer> {
  try {
    const realm = b2cRealm(call.origin, tenant, policy);
    return await grantToken({ authority, tenant, realm, form: readForm(call), call, grants: applicationGrants });
  } catch (error) {
    if (error instanceof Refusal) return answerB2cRefusal(error, authority.clock());
    throw error;
  }
}

function answerConfiguration({ tenant, tenantName, policy }: PolicyRequest, { origin }: Call): Answer {
  const base = policyBase(origin, tenantName, policy);
  return {
    status: 200,
    body: {
      issuer: b2cIssuer(origin, tenant),
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      response_types_supported: ['code', 'code id_token', 'id_token'],
      scopes_supported: ['openid'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    },
  };
}
