import { isQuoted } from '../../contract/is-quoted.js';
import { type CertificateForm, certificateForm } from './certificate-form.js';
import type { CertificateProblem, ClientCertificate } from './client-certificate.js';
import { issuersOf } from './issuers.js';
import type { KeysAndCertificates } from './keys-and-certificates.js';
import { readPem } from './read-pem.js';
import { signingPair } from './signing-pair.js';
import { validityProblem } from './validity.js';

/**
 * Reads a certificate with its private key from a PEM or a PFX, in whatever form it was stored.
 * @param content an input's text, or a file's bytes.
 * @param options.password opens an encrypted key or PFX; where nothing is encrypted it is not looked at.
 * @returns the certificate, or what is wrong; never throws over what was supplied.
 */
export async function readClientCertificate(
  content: string | Buffer,
  { password, now }: { readonly password: string | undefined; readonly now: Date },
): Promise<ClientCertificate | CertificateProblem> {
  const form = certificateForm(content);
  const found = form ? await read(form, password) : unreadable(content);
  return 'problem' in found ? found : clientCertificate(found, now);
}

const unrecognised: CertificateProblem = {
  about: 'certificate',
  problem: 'is neither a PEM nor a PFX. Store the certificate with its private key: a PEM as text, a PFX in base64.',
};

const quoted: CertificateProblem = {
  about: 'certificate',
  problem: 'is in quotation marks, which do not belong to it. Store it without them.',
};

function unreadable(content: string | Buffer): CertificateProblem {
  return isQuoted(content.toString('utf8')) ? quoted : unrecognised;
}

const cutOff: CertificateProblem = {
  about: 'certificate',
  problem: 'is a PEM that is cut off. Copy each block whole, from its -----BEGIN to its -----END.',
};

async function read(
  found: CertificateForm,
  password: string | undefined,
): Promise<KeysAndCertificates | CertificateProblem> {
  if (found.form === 'pem') return found.blocks ? readPem(found.blocks, password) : cutOff;
  // What opens a PFX is large, and few have one.
  const { readPfx } = await import('./read-pfx.js');
  return readPfx(found.der, password);
}

function clientCertificate(found: KeysAndCertificates, now: Date): ClientCertificate | CertificateProblem {
  const pair = signingPair(found);
  if ('problem' in pair) return pair;
  const { key, certificate } = pair;
  return (
    validityProblem(certificate, now) ?? {
      privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
      thumbprintSha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
      chain: [certificate, ...issuersOf(certificate, found.certificates)].map(String),
      notAfter: new Date(certificate.validTo),
    }
  );
}
