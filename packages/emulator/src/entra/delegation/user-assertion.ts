import { compactVerify, createLocalJWKSet } from 'jose';
import type { ServicePrincipal, User } from '../../directory/model.js';
import { issuerOf } from '../access-token.js';
import type { TokenRequest } from '../authority.js';
import { CLOCK_SKEW, parseAssertion } from '../client-authentication/parse-assertion.js';
import { Refusal } from '../refusal.js';
import { requireEnabled } from './sign-in.js';

/**
 * The user whom an access token speaks for that the client was called with.
 * @throws Refusal 50027 (no JWT), 50013 (signature or issuer), 240002 (an ID token), 500131 (for another client), 500133
 *   (time), 7000114 (speaks for no user), 50057 (user disabled)
 */
export async function verifyUserAssertion(
  jwt: string,
  { authority, origin, tenant }: TokenRequest,
  client: ServicePrincipal,
): Promise<User> {
  const { claims } = parseAssertion(jwt);
  await verifySignature(jwt, authority);

  const issuers = ([1, 2] as const).map(version => issuerOf(origin, tenant.id, version));
  if (!issuers.includes(claims.iss ?? '')) throw invalid(`its issuer '${claims.iss ?? ''}' is not this tenant`);
  // An ID token tells who its client is by `aud`, so nothing has to name the client otherwise.
  if (claims['azp'] === undefined && claims['appid'] === undefined) {
    throw new Refusal(240002, "An ID token cannot be used as grant of 'urn:ietf:params:oauth:grant-type:jwt-bearer'.");
  }
  requireAudience([claims.aud ?? []].flat(), client);
  requireValidTime(claims, authority.clock());

  const user = tenant.users.find(({ objectId }) => objectId === claims['oid']);
  if (typeof claims['scp'] !== 'string' || user === undefined) {
    const { clientId } = client.application;
    throw new Refusal(7000114, `Application '${clientId}' is not allowed to make application on-behalf-of calls.`);
  }
  requireEnabled(user);
  return user;
}

async function verifySignature(jwt: string, { signingKey }: TokenRequest['authority']): Promise<void> {
  try {
    await compactVerify(jwt, createLocalJWKSet(await signingKey.keySet()), { algorithms: ['RS256'] });
  } catch {
    throw invalid('its signature does not verify with a key of this authority');
  }
}

function requireAudience(presented: readonly string[], { application }: ServicePrincipal): void {
  const { clientId, identifierUris } = application;
  if (presented.some(audience => [clientId, ...identifierUris].includes(audience))) return;
  throw new Refusal(
    500131,
    'The audience of the assertion does not match the client app that presents it. The audience in the assertion was ' +
      `'${presented.join(' ')}', and the expected audience is '${clientId}' or one of the App ID URIs of this application.`,
  );
}

function requireValidTime({ nbf = 0, exp = 0 }: { nbf?: number; exp?: number }, now: Date): void {
  const seconds = now.getTime() / 1000;
  if (seconds < exp + CLOCK_SKEW && seconds >= nbf - CLOCK_SKEW) return;
  throw new Refusal(
    500133,
    'The assertion is not within its valid time range. ' +
      `Current time: ${now.toISOString()}, expiry time of assertion ${new Date(exp * 1000).toISOString()}.`,
  );
}

function invalid(reason: string): Refusal {
  return new Refusal(50013, `The assertion failed validation: [Reason - ${reason}].`);
}
