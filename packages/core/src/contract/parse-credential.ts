import { readFileSync } from 'node:fs';
import { type Cloud, clouds } from '../authority/clouds.js';
import { readClientCertificate } from '../credentials/client-certificate.js';
import type { CredentialRequest } from '../credentials/credential-request.js';
import type { ServiceConnection } from '../credentials/service-connection.js';
import type { GivenInputs } from './given-inputs.js';
import type { CredentialKind } from './inputs.js';

/**
 * Reads what the chosen credential needs.
 * @param mask hides a secret that comes from elsewhere than an input.
 * @returns undefined where a problem was reported.
 */
export function parseCredential(
  kind: CredentialKind,
  given: GivenInputs,
  cloud: Cloud,
  connection: ServiceConnection | undefined,
  mask: (secret: string) => void,
): CredentialRequest | undefined {
  switch (kind) {
    case 'client-secret':
      return parseClientSecret(given);
    case 'certificate':
      return parseCertificate(given, mask);
    case 'oidc':
      return {
        kind,
        audience: given.value('audience') || clouds[cloud].federationAudience,
        serviceConnection: undefined,
      };
    case 'service-connection':
      return connection && proofOf(connection, cloud);
  }
}

function proofOf({ id, proof }: ServiceConnection, cloud: Cloud): CredentialRequest {
  if (proof.kind === 'client-secret') return proof;
  return { kind: 'oidc', audience: clouds[cloud].federationAudience, serviceConnection: id };
}

function parseClientSecret(given: GivenInputs): CredentialRequest | undefined {
  const clientSecret = given.value('client-secret');
  if (clientSecret !== '') return { kind: 'client-secret', clientSecret };
  given.report('client-secret', 'is empty. Is the secret defined, and is this run allowed to read it?');
  return undefined;
}

function parseCertificate(given: GivenInputs, mask: (secret: string) => void): CredentialRequest | undefined {
  const inline = given.value('certificate');
  const path = given.value('certificate-path');
  if (inline !== '' && path !== '') {
    given.report(['certificate', 'certificate-path'], 'both are given. Keep one.');
    return undefined;
  }
  if (inline === '' && path === '') {
    given.report('certificate', 'is empty. Is the secret defined, and is this run allowed to read it?');
    return undefined;
  }
  const source = inline === '' ? 'certificate-path' : 'certificate';
  const text = inline === '' ? readSecretFile(path, given, mask) : inline;
  if (text === undefined) return undefined;
  const certificate = readClientCertificate(text);
  if (typeof certificate !== 'string') return { kind: 'certificate', certificate };
  given.report(source, certificate);
  return undefined;
}

function readSecretFile(path: string, given: GivenInputs, mask: (secret: string) => void): string | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    mask(text);
    return text;
  } catch (error) {
    given.report('certificate-path', `the file '${path}' cannot be read (${systemCode(error)}).`);
    return undefined;
  }
}

/** Such as `ENOENT`: https://nodejs.org/api/errors.html#common-system-errors */
function systemCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'for an unknown reason';
}
