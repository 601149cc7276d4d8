import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { asn1 as Asn1, pkcs12 as Pkcs12 } from 'node-forge';
import asn1 from 'node-forge/lib/asn1.js';
import pkcs12 from 'node-forge/lib/pkcs12.js';
import pki from 'node-forge/lib/pki.js';
import type { CertificateProblem } from './client-certificate.js';
import type { KeysAndCertificates } from './keys-and-certificates.js';
import { passwordProblem } from './password-problem.js';
// What HMAC-SHA-384 and -512 take; forge looks for it among what is loaded.
import 'node-forge/lib/sha512.js';

const damaged: CertificateProblem = {
  about: 'certificate',
  problem: 'is a PFX that cannot be read. Was it cut off when it was stored?',
};

const unsupported: CertificateProblem = {
  about: 'certificate',
  problem: 'is a PFX in an encryption that cannot be read here. Export it anew, with AES-256.',
};

/**
 * Reads the private keys and certificates of a PFX: https://www.rfc-editor.org/rfc/rfc7292#section-4
 * Node offers no way to them, and its OpenSSL refuses the RC2 of older files.
 */
export function readPfx(der: Buffer, password: string | undefined): KeysAndCertificates | CertificateProblem {
  try {
    const pfx = asn1.fromDer(der.toString('latin1'));
    const bags = openBags(pfx, password);
    if ('problem' in bags) return bags;
    return {
      keys: bags.flatMap(keyInfo).map(info => createPrivateKey({ key: derOf(info), format: 'der', type: 'pkcs8' })),
      certificates: bags.flatMap(certificate).map(found => new X509Certificate(derOf(found))),
    };
  } catch {
    return damaged;
  }
}

function openBags(pfx: Asn1.Asn1, password: string | undefined): Pkcs12.Bag[] | CertificateProblem {
  // Without its last part, the MAC: it takes the password in UTF-16 where the encryption takes UTF-8, and forge both
  // in one. That key, certificate and issuers belong together is proven by their signatures.
  const unsigned = { ...pfx, value: pfx.value.slice(0, 2) };
  for (const attempt of passwordForms(password)) {
    try {
      return pkcs12.pkcs12FromAsn1(unsigned, true, attempt).safeContents.flatMap(({ safeBags }) => safeBags);
    } catch (error) {
      if (error instanceof Error && error.message.includes('nsupported')) return unsupported;
    }
  }
  return passwordProblem(password);
}

/**
 * The password as PKCS#12 takes it and in UTF-8, as PBES2 does (https://www.rfc-editor.org/rfc/rfc8018#section-3); then
 * the two forms of none, of which RFC 7292 does not say which it means.
 */
function passwordForms(password = ''): Set<string | undefined> {
  return new Set([password, Buffer.from(password).toString('latin1'), '', undefined]);
}

/** The PKCS#8 structure of a key: forge has RSA keys taken apart, and others as they were. */
function keyInfo(bag: Pkcs12.Bag): Asn1.Asn1[] {
  if (bag.type !== pki.oids['keyBag'] && bag.type !== pki.oids['pkcs8ShroudedKeyBag']) return [];
  return [bag.key ? pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(bag.key)) : bag.asn1];
}

/**
 * A certificate as it was. Forge would write one that an EC key signed with other parameters than it has; but what names
 * the algorithm is also in what was signed: https://www.rfc-editor.org/rfc/rfc5280#section-4.1.1.2
 */
function certificate({ type, cert, asn1: unread }: Pkcs12.Bag): Asn1.Asn1[] {
  if (type !== pki.oids['certBag']) return [];
  if (!cert) return [unread];
  const { tbsCertificate, signature } = cert;
  const fields = Array.isArray(tbsCertificate.value) ? tbsCertificate.value : [];
  const algorithm = fields.filter(({ type }) => type === asn1.Type.SEQUENCE).slice(0, 1);
  const { UNIVERSAL } = asn1.Class;
  const bits = asn1.create(UNIVERSAL, asn1.Type.BITSTRING, false, `\0${signature}`);
  return [asn1.create(UNIVERSAL, asn1.Type.SEQUENCE, true, [tbsCertificate, ...algorithm, bits])];
}

function derOf(structure: Asn1.Asn1): Buffer {
  return Buffer.from(asn1.toDer(structure).getBytes(), 'latin1');
}
