import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';

/** A certificate of the app, with the key that signs its client assertions. */
export interface ClientCertificate {
  /** PKCS#8 PEM. */
  readonly privateKey: string;
  /** SHA-256 of the certificate in DER, in hexadecimal. */
  readonly thumbprintSha256: string;
}

const pemBlock = /-----BEGIN ([A-Z0-9 ]+)-----[^-]+-----END \1-----/g;

/**
 * Reads a PEM that holds a certificate and its RSA private key, in any order, with literal `\n` for line ends or real
 * ones.
 * @returns the certificate, or a sentence that says what is wrong with the text.
 */
export function readClientCertificate(text: string): ClientCertificate | string {
  const blocks = [...text.replaceAll('\\n', '\n').replaceAll('\r', '').matchAll(pemBlock)];
  const certificates = blocks.filter(([, label]) => label === 'CERTIFICATE').map(([block]) => block);
  const keys = blocks.filter(([, label]) => label?.endsWith('PRIVATE KEY')).map(([block]) => block);

  if (blocks.length === 0) {
    return 'is no PEM. It takes the text from -----BEGIN CERTIFICATE----- on, with the private key below or above it.';
  }
  const [keyPem] = keys;
  if (keyPem === undefined)
    return 'holds no private key. Append the -----BEGIN PRIVATE KEY----- block of the certificate.';
  if (certificates.length === 0)
    return 'holds no certificate. Append the -----BEGIN CERTIFICATE----- block of the key.';

  const key = readPrivateKey(keyPem);
  if (typeof key === 'string') return key;
  const own = ownCertificate(certificates, key);
  if (typeof own === 'string') return own;
  return {
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    thumbprintSha256: own.fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}

function readPrivateKey(pem: string): KeyObject | string {
  if (pem.includes('ENCRYPTED')) {
    return 'holds an encrypted private key. Store it decrypted: openssl pkcs8 -topk8 -nocrypt -in key.pem';
  }
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    return 'holds a private key that cannot be read. Was it cut off when it was pasted?';
  }
  // Entra registers RSA keys only: https://learn.microsoft.com/entra/identity-platform/certificate-credentials
  if (key.asymmetricKeyType !== 'rsa') return 'holds a key that is not RSA, and Entra accepts RSA only.';
  return key;
}

function ownCertificate(certificates: readonly string[], key: KeyObject): X509Certificate | string {
  const publicKey = createPublicKey(key);
  for (const pem of certificates) {
    let certificate: X509Certificate;
    try {
      certificate = new X509Certificate(pem);
    } catch {
      return 'holds a certificate that cannot be read. Was it cut off when it was pasted?';
    }
    if (certificate.publicKey.equals(publicKey)) return certificate;
  }
  return 'holds a certificate and a private key that do not belong together.';
}
