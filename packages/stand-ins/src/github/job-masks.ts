import { createSecretMasker, type SecretMasker } from '../masking/secret-masker.js';
import { runnerEncoders } from './runner-encoders.js';

/** A masker with the runner's encoders. */
export function createRunnerMasker(): SecretMasker {
  return createSecretMasker(runnerEncoders);
}

/** Registers a value whole and line by line, as `::add-mask::` does. */
export function addMask(masker: SecretMasker, value: string): void {
  masker.add(value);
  for (const line of value.split(/[\r\n]/)) masker.add(line.trim());
}

/**
 * Registers what the runner masks from the start of a job: secrets (trimmed, and each line), the job token also as git's
 * basic credential, and the token of the system connection, which is the OIDC request token.
 * https://github.com/actions/runner/blob/main/src/Runner.Worker/Worker.cs (InitializeSecretMasker) and
 * https://github.com/actions/runner/blob/main/src/Runner.Worker/ExecutionContext.cs (InitializeJob)
 */
export function maskJobSecrets(
  masker: SecretMasker,
  job: { readonly secrets: Readonly<Record<string, string>>; readonly token: string; readonly systemToken: string },
): void {
  for (const secret of [...Object.values(job.secrets), job.token]) addMask(masker, secret.trim());
  masker.add(Buffer.from(`x-access-token:${job.token}`, 'utf8').toString('base64'));
  masker.add(job.systemToken);
}
