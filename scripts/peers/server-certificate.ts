import { X509Certificate } from 'node:crypto';
import type { CertificateAndKey } from '@entra-token/emulator';
import { runProgram } from './run-program.js';

/**
 * A self-signed certificate for a server, made by `openssl`. It may sign certificates too, as Python's TLS wants it of
 * one that it is told to trust (RFC 5280, 4.2.1.9). Rejects if there is no `openssl`.
 * @param host the DNS name it is for
 */
export async function createServerCertificate(host: string): Promise<CertificateAndKey> {
  const pem = await runProgram('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
    ...['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`],
    ...['-addext', 'keyUsage=critical,digitalSignature,keyCertSign', '-keyout', '-', '-out', '-'],
  ]);
  const [privateKey] = /-----BEGIN PRIVATE KEY-----[^-]*-----END PRIVATE KEY-----/.exec(pem) ?? [];
  if (privateKey === undefined) throw new Error('openssl made no private key.');
  return { certificate: new X509Certificate(pem).toString(), privateKey };
}
