import { readFile } from 'node:fs/promises';
import type { Context } from '../context.js';
import { InputProblems } from '../contract/input-problems.js';
import { spell } from '../contract/spelling.js';
import type { ClientCredential } from './application-credential.js';

/**
 * The token of another issuer, as it was given, or from its file, which its writer renews from time to time.
 * @throws {InputProblems} when the file cannot be read or is empty.
 */
export async function readFederatedToken(
  credential: Extract<ClientCredential, { kind: 'federated-token' }>,
  { platform, mask }: Context,
): Promise<string> {
  if ('token' in credential) return credential.token;
  const content = await readFile(credential.file, 'utf8').catch(() => '');
  const token = content.trim();
  if (token !== '') {
    mask(token);
    return token;
  }
  const input = spell('federated-token-file', platform.name);
  throw new InputProblems([{ input, problem: `the file '${credential.file}' cannot be read, or is empty.` }]);
}
