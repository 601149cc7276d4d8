import { readFileSync } from 'node:fs';
import type { ClientCredential } from '../credentials/application-credential.js';
import { readClientCertificate } from '../credentials/certificate/read-client-certificate.js';
import { expiryWarning } from '../credentials/certificate/validity.js';
import { downloadSecureFile } from '../credentials/download-secure-file.js';
import { emptySecret } from './empty-secret.js';
import type { GivenInputs } from './given-inputs.js';
import type { InputName } from './inputs.js';
import { parseBoolean } from './parse-boolean.js';
import type { CredentialSource } from './parse-credential.js';

const sources = ['certificate', 'certificate-path', 'certificate-secure-file'] as const;

/**
 * Reads the certificate from whichever input gives it.
 * @returns undefined where a problem was reported.
 */
export async function parseCertificate(source: CredentialSource): Promise<ClientCredential | undefined> {
  const { given, context } = source;
  const present = sources.filter(name => given.value(name) !== '');
  const [name, ...others] = present;
  if (name === undefined) {
    given.report('certificate', emptySecret(given));
    return undefined;
  }
  if (others.length > 0) {
    given.report(present, 'only one of them can be given. Keep one.');
    return undefined;
  }
  const value = given.value(name);
  if (name === 'certificate') return certificateIn(value, name, source);
  const content = name === 'certificate-path' ? readSecretFile(value, given) : await downloadSecureFile(value, context);
  if (content === undefined) return undefined;
  const text = content.toString('utf8');
  context.mask(text.includes('-----BEGIN') ? text : content.toString('base64'));
  return certificateIn(content, name, source);
}

/** Reads the certificate that a service connection holds. */
export function parseConnectionCertificate(
  pem: string,
  source: CredentialSource,
): Promise<ClientCredential | undefined> {
  return certificateIn(pem, 'azure-subscription', source);
}

async function certificateIn(
  content: string | Buffer,
  name: InputName,
  { given, context, warn }: CredentialSource,
): Promise<ClientCredential | undefined> {
  const sendChain = parseBoolean(given, 'send-certificate-chain');
  const password = given.value('certificate-password') || undefined;
  const certificate = await readClientCertificate(content, { password, now: context.now() });
  if ('problem' in certificate) {
    given.report(certificate.about === 'password' ? 'certificate-password' : name, certificate.problem);
    return undefined;
  }
  context.mask(certificate.privateKey);
  const warning = expiryWarning(certificate, context.now());
  if (warning !== undefined) warn(warning);
  return { kind: 'certificate', certificate, sendChain };
}

function readSecretFile(path: string, given: GivenInputs): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    given.report('certificate-path', `the file '${path}' cannot be read (${systemCode(error)}).`);
    return undefined;
  }
}

/** Such as `ENOENT`: https://nodejs.org/api/errors.html#common-system-errors */
function systemCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'for an unknown reason';
}
