import { credentialIn } from '../credential-in-log.js';
import type { World } from '../world.js';

/** Gives the sample's app the federated credential that a log shows, as the command beside it would. */
export function createAsLogged(log: string, { emulator, sample }: World): void {
  const credential = credentialIn(log);
  const issuer = credential.issuer.replace('https://token.actions.githubusercontent.com', emulator.github.origin);
  sample.application.federatedCredentials.push({ ...credential, issuer });
}
