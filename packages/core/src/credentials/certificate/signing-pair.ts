import type { KeyObject, X509Certificate } from 'node:crypto';
import type { CertificateProblem } from './client-certificate.js';
import type { KeysAndCertificates } from './keys-and-certificates.js';

/** A private key that Entra accepts, and the certificate of its public key. */
export interface SigningPair {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
}

/** Picks the private key that has its certificate with it, out of all that was found. */
export function signingPair({ keys, certificates }: KeysAndCertificates): SigningPair | CertificateProblem {
  if (keys.length === 0) return problem('holds no private key. Store the certificate together with its private key.');
  if (certificates.length === 0)
    return problem('holds no certificate. Store the private key together with its certificate.');
  for (const key of keys) {
    const certificate = certificates.find(candidate => candidate.checkPrivateKey(key));
    if (certificate) return keyProblem(key) ?? { key, certificate };
  }
  return problem(
    'holds a certificate and a private key that do not belong together. Store the key the certificate was made with.',
  );
}

/**
 * Entra registers RSA only, and refuses less than 2048 bits with AADSTS700027:
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials,
 * https://github.com/silverhack/monkey365/issues/183
 */
function keyProblem(key: KeyObject): CertificateProblem | undefined {
  if (key.asymmetricKeyType !== 'rsa') {
    return problem('holds a key that is not RSA, and Entra accepts RSA only. Make a certificate with an RSA key.');
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits >= 2048) return undefined;
  return problem(`holds an RSA key of ${bits} bits, and Entra accepts 2048 or more. Make one with a longer key.`);
}

function problem(text: string): CertificateProblem {
  return { about: 'certificate', problem: text };
}
