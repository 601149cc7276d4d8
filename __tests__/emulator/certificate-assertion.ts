import { createHash, X509Certificate } from 'node:crypto';
import type { CertificateAndKey } from '@entra-token/emulator';
import { importPKCS8, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';
import type { RunningEmulator } from './running-emulator.js';

export interface AssertionChanges {
  readonly header?: Partial<JWTHeaderParameters>;
  readonly claims?: JWTPayload;
  /** Names of header parameters and claims to leave out. */
  readonly without?: readonly string[];
  /** Signs with this one's key instead; the thumbprint is its own too. */
  readonly certificate?: CertificateAndKey;
}

/** A client assertion of the sample's client, as it should be but for the changes. */
export async function signAssertion(
  { emulator, sample }: RunningEmulator,
  { header = {}, claims = {}, without = [], certificate = sample }: AssertionChanges = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const alg = header.alg ?? 'PS256';
  const protectedHeader: JWTHeaderParameters = {
    typ: 'JWT',
    'x5t#S256': thumbprintOf(certificate, 'sha256'),
    ...header,
    alg,
  };
  const payload: JWTPayload = {
    aud: `${emulator.entra.origin}/${sample.tenantId}/oauth2/v2.0/token`,
    iss: sample.clientId,
    sub: sample.clientId,
    jti: crypto.randomUUID(),
    nbf: now,
    exp: now + 600,
    ...claims,
  };
  for (const name of without) {
    delete protectedHeader[name];
    delete payload[name];
  }
  return new SignJWT(payload).setProtectedHeader(protectedHeader).sign(await importPKCS8(certificate.privateKey, alg));
}

/** The base64url thumbprint of a certificate. */
export function thumbprintOf({ certificate }: CertificateAndKey, algorithm: 'sha1' | 'sha256'): string {
  return createHash(algorithm).update(new X509Certificate(certificate).raw).digest('base64url');
}
