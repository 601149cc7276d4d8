import {
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  type TokenCredential,
  WorkloadIdentityCredential,
} from '@azure/identity';
import type { Emulator, SampleDirectory } from '@entra-token/emulator';
import type { Attempt } from './attempt.js';

export interface AzureIdentityOptions {
  readonly emulator: Emulator;
  readonly sample: SampleDirectory;
  /** A new federated token of the sample's job. */
  readonly getAssertion: () => Promise<string>;
  /** A file that holds one. */
  readonly tokenFilePath: string;
}

/** The credentials of the Azure SDK for JavaScript. */
export function azureIdentityAttempts({
  emulator,
  sample,
  getAssertion,
  tokenFilePath,
}: AzureIdentityOptions): Attempt[] {
  const { tenantId, clientId, clientSecret, certificatePem, scope } = sample;
  const options = {
    authorityHost: emulator.entra.origin,
    disableInstanceDiscovery: true,
    tlsOptions: { ca: emulator.caCertificate },
  };
  const attempt = (credential: string, create: () => TokenCredential): Attempt => ({
    peer: '@azure/identity',
    credential,
    async acquire() {
      const result = await create().getToken(scope);
      if (result === null) throw new Error('No token came back.');
      return result.token;
    },
  });
  return [
    attempt('client secret', () => new ClientSecretCredential(tenantId, clientId, clientSecret, options)),
    attempt(
      'certificate',
      () => new ClientCertificateCredential(tenantId, clientId, { certificate: certificatePem }, options),
    ),
    attempt('client assertion', () => new ClientAssertionCredential(tenantId, clientId, getAssertion, options)),
    attempt(
      'workload identity',
      () => new WorkloadIdentityCredential({ tenantId, clientId, tokenFilePath, ...options }),
    ),
  ];
}
