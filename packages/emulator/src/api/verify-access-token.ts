import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import { issuerOf } from '../entra/access-token.js';
import type { IssuerKeys } from '../openid/issuer-keys.js';
import type { Protection } from './protection.js';

/** Why a token was not accepted; the text goes into `error_description`. */
export class InvalidToken extends Error {
  override readonly name = 'InvalidToken';
}

export interface Verification {
  readonly entraOrigin: string;
  readonly issuerKeys: IssuerKeys;
  readonly now: Date;
}

/**
 * Verifies an access token as a protected API has to: signature, issuer, audience and validity.
 * https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens
 * @throws InvalidToken
 */
export async function verifyAccessToken(
  token: string,
  { tenant, resource }: Protection,
  { entraOrigin, issuerKeys, now }: Verification,
): Promise<JWTPayload> {
  const version = resource.requestedAccessTokenVersion;
  const audience = version === 2 ? [resource.clientId] : [resource.clientId, ...resource.identifierUris];
  try {
    // A tenant's tokens of both versions are signed with the same keys.
    const keys = issuerKeys.of(issuerOf(entraOrigin, tenant.id, 2));
    const issuer = issuerOf(entraOrigin, tenant.id, version);
    const { payload } = await jwtVerify(token, keys, { algorithms: ['RS256'], issuer, audience, currentDate: now });
    return payload;
  } catch (error) {
    throw new InvalidToken(describe(error, token));
  }
}

function describe(error: unknown, token: string): string {
  if (error instanceof errors.JWTExpired) {
    return `The token expired at '${new Date((error.payload.exp ?? 0) * 1000).toISOString()}'`;
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    const { aud, iss } = decodeJwt(token);
    if (error.claim === 'aud') return `The audience '${[aud ?? ''].flat().join(' ')}' is invalid`;
    if (error.claim === 'iss') return `The issuer '${iss ?? ''}' is invalid`;
    return `The claim '${error.claim}' is invalid`;
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'The signature is invalid';
  if (error instanceof errors.JWKSNoMatchingKey) return 'The signature key was not found';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'The signature algorithm is not allowed';
  return 'The token is malformed';
}
