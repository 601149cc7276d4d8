import { webcrypto } from 'node:crypto';
import { type CertificateAndKey, exportPrivateKey } from './create-certificate.js';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from './x509.js';

/** A certificate authority that lives as long as the emulator, and the one server certificate it issued. */
export interface CertificateAuthority {
  /** PEM, for clients to trust. */
  readonly certificate: string;
  readonly server: CertificateAndKey;
}

// P-256: an RSA key would take longer to make than everything else that happens at the start.
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY = 24 * 60 * 60 * 1000;

/**
 * Creates a certificate authority and a server certificate for this machine.
 * @param hostNames DNS names that the certificate shall hold beside `localhost`
 */
export async function createCertificateAuthority(hostNames: readonly string[]): Promise<CertificateAuthority> {
  const [authorityKeys, serverKeys] = await Promise.all([generateKeys(), generateKeys()]);
  // Certificates are judged by the machine's clock, not by the one the emulator was given.
  const validity = { notBefore: new Date(Date.now() - DAY), notAfter: new Date(Date.now() + 30 * DAY) };

  const authority = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Entra emulator CA',
    keys: authorityKeys,
    signingAlgorithm: ALGORITHM,
    ...validity,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  const server = await X509CertificateGenerator.create({
    subject: 'CN=localhost',
    issuer: authority.subject,
    publicKey: serverKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: ALGORITHM,
    ...validity,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        ...['localhost', ...hostNames].map(value => ({ type: 'dns' as const, value })),
        ...['127.0.0.1', '::1'].map(value => ({ type: 'ip' as const, value })),
      ]),
      // Python's TLS, from 3.13 on, wants the issuer's key named (RFC 5280, 4.2.1.1).
      await AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });

  return {
    certificate: `${authority.toString('pem')}\n`,
    server: { certificate: `${server.toString('pem')}\n`, privateKey: await exportPrivateKey(serverKeys.privateKey) },
  };
}

function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}
