import { decodeJwt, decodeProtectedHeader, type JWTPayload, type ProtectedHeaderParameters } from 'jose';
import { Refusal } from '../refusal.js';

/** A client assertion, read but not verified. */
export interface Assertion {
  readonly jwt: string;
  readonly header: ProtectedHeaderParameters;
  readonly claims: JWTPayload;
}

/** Reads a client assertion. Throws Refusal 50027 if it is no JWT. */
export function parseAssertion(jwt: string): Assertion {
  try {
    return { jwt, header: decodeProtectedHeader(jwt), claims: decodeJwt(jwt) };
  } catch {
    throw new Refusal(50027, 'The JWT is invalid or malformed.');
  }
}

/** Throws Refusal 5002738 unless the assertion's header names one of the algorithms. */
export function requireAlgorithm({ header: { alg } }: Assertion, supported: readonly string[]): void {
  if (alg !== undefined && supported.includes(alg)) return;
  throw new Refusal(
    5002738,
    `The JWT is invalid: '${alg ?? ''}' is not a supported signature algorithm. Supported are: '${supported.join(', ')}'.`,
  );
}

/**
 * Seconds by which clocks may differ, as Microsoft's validators have it. MSAL for Node needs some: it rounds `nbf` up.
 * https://learn.microsoft.com/dotnet/api/microsoft.identitymodel.tokens.tokenvalidationparameters.defaultclockskew
 */
export const CLOCK_SKEW = 300;

/** Throws Refusal 700024 unless `now` is within the assertion's validity, give or take the clock skew. */
export function requireValidTime({ claims: { nbf, exp } }: Assertion, now: Date): void {
  const seconds = now.getTime() / 1000;
  if (exp !== undefined && seconds < exp + CLOCK_SKEW && seconds >= (nbf ?? 0) - CLOCK_SKEW) return;
  throw new Refusal(
    700024,
    'The client assertion is not within its valid time range. ' +
      `Current time: ${now.toISOString()}, assertion valid from ${instant(nbf)}, expiry time of assertion ${instant(exp)}.`,
  );
}

function instant(seconds: number | undefined): string {
  return seconds === undefined ? 'an unknown time' : new Date(seconds * 1000).toISOString();
}
