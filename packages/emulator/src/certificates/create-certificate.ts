import { createHash, webcrypto } from 'node:crypto';
import { PemConverter, X509CertificateGenerator } from './x509.js';

/** A certificate and the key that belongs to it. */
export interface CertificateAndKey {
  /** PEM, with a line break at its end, so that PEMs can be joined. */
  readonly certificate: string;
  /** PEM, PKCS#8, unencrypted. */
  readonly privateKey: string;
}

export interface CertificateOptions {
  /** For example `CN=deploy`. */
  readonly subject: string;
  /** Bits of the RSA key; 2048 if unset. */
  readonly keySize?: number;
  /** A day ago if unset. */
  readonly notBefore?: Date;
  /** In a year if unset. */
  readonly notAfter?: Date;
}

const DAY = 24 * 60 * 60 * 1000;

/** Creates a self-signed certificate with an RSA key, as one uploads it to an app registration. */
export async function createCertificate(options: CertificateOptions): Promise<CertificateAndKey> {
  const algorithm = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: options.keySize ?? 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: options.subject,
    keys,
    signingAlgorithm: algorithm,
    notBefore: options.notBefore ?? new Date(Date.now() - DAY),
    notAfter: options.notAfter ?? new Date(Date.now() + 365 * DAY),
  });
  return { certificate: `${certificate.toString('pem')}\n`, privateKey: await exportPrivateKey(keys.privateKey) };
}

/** The key as PKCS#8 PEM. */
export async function exportPrivateKey(key: webcrypto.CryptoKey): Promise<string> {
  return `${PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), PemConverter.PrivateKeyTag)}\n`;
}

/** The thumbprint of a certificate's DER encoding, as `x5t` (sha1) and `x5t#S256` (sha256) carry it (RFC 7515, 4.1.7). */
export function thumbprint(der: Uint8Array, algorithm: 'sha1' | 'sha256'): string {
  return createHash(algorithm).update(der).digest('base64url');
}
