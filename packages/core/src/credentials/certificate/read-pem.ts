import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { CertificateProblem } from './client-certificate.js';
import type { KeysAndCertificates } from './keys-and-certificates.js';
import { passwordProblem } from './password-problem.js';
import type { PemBlock } from './pem-blocks.js';

/** Reads the private keys and certificates among the blocks of a PEM; blocks of another kind are passed over. */
export function readPem(
  blocks: readonly PemBlock[],
  password: string | undefined,
): KeysAndCertificates | CertificateProblem {
  const keys: KeyObject[] = [];
  const certificates: X509Certificate[] = [];
  for (const block of blocks) {
    if (block.label === 'CERTIFICATE') {
      try {
        certificates.push(new X509Certificate(block.pem));
      } catch {
        return damaged('certificate');
      }
    }
    if (block.label.endsWith('PRIVATE KEY')) {
      const key = readPrivateKey(block, password);
      if ('problem' in key) return key;
      keys.push(key);
    }
  }
  return { keys, certificates };
}

function readPrivateKey(block: PemBlock, password: string | undefined): KeyObject | CertificateProblem {
  const encrypted = block.pem.includes('ENCRYPTED');
  if (block.label === 'ENCRYPTED PRIVATE KEY' && !isWholeSequence(Buffer.from(block.body, 'base64'))) {
    return damaged('private key');
  }
  if (encrypted && password === undefined) return passwordProblem(undefined);
  try {
    return createPrivateKey({ key: block.pem, passphrase: password ?? '' });
  } catch (error) {
    if (!encrypted) return damaged('private key');
    return isUnsupported(error) ? outdatedEncryption : passwordProblem(password);
  }
}

/** Whether there is as much of a SEQUENCE as its head says, which no password changes; a key takes over 127 bytes. */
function isWholeSequence(der: Buffer): boolean {
  const [tag, form = 0] = der;
  const headLength = 2 + (form & 0x7f);
  return tag === 0x30 && Number.parseInt(der.toString('hex', 2, headLength), 16) === der.length - headLength;
}

/** OpenSSL 3 has left single DES, RC2 and RC4 behind: https://docs.openssl.org/3.0/man7/OSSL_PROVIDER-legacy/ */
function isUnsupported(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_OSSL_EVP_UNSUPPORTED';
}

const outdatedEncryption: CertificateProblem = {
  about: 'certificate',
  problem: 'holds a private key in an outdated encryption. Encrypt it anew: openssl pkcs8 -topk8 -v2 aes-256-cbc',
};

function damaged(what: string): CertificateProblem {
  return { about: 'certificate', problem: `holds a ${what} that cannot be read. Was it cut off when it was pasted?` };
}
