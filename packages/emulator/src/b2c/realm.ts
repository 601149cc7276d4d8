import type { Tenant } from '../directory/model.js';
import { entraRealm, type Realm } from '../entra/realm.js';

/** Where a B2C tenant's policy publishes and issues: `<origin>/<tenant>/<policy>`. */
export function policyBase(origin: string, tenantName: string, policy: string): string {
  return `${origin}/${tenantName}/${policy.toLowerCase()}`;
}

/** The issuer of a B2C tenant, the same for all of its policies. */
export function b2cIssuer(origin: string, { id }: Tenant): string {
  return `${origin}/${id}/v2.0/`;
}

/** One policy of an Azure AD B2C tenant: https://learn.microsoft.com/azure/active-directory-b2c/tokens-overview */
export function b2cRealm(origin: string, tenant: Tenant, policy: string): Realm {
  const bases = [tenant.id, ...tenant.domains].map(name => policyBase(origin, name, policy));
  return {
    ...entraRealm(origin, tenant),
    assertionAudiences: [...bases.map(base => `${base}/oauth2/v2.0/token`), b2cIssuer(origin, tenant)],
    tokenClaims: ({ iat, nbf, exp, aud, sub, tid, roles }, { client }) => ({
      iat,
      nbf,
      exp,
      aud,
      sub,
      tid,
      iss: b2cIssuer(origin, tenant),
      ver: '1.0',
      azp: client.application.clientId,
      tfp: policy.toLowerCase(),
      ...(roles !== undefined && { roles }),
    }),
  };
}
