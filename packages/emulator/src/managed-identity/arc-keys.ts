import { randomBytes, randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Issued } from '../issued.js';

/**
 * The key files of Azure Arc: whoever can read one runs on the machine, with rights enough. A key is good for one request,
 * and its file goes with it.
 * https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication
 */
export class ArcKeys {
  readonly #directory: string;
  readonly #issued: Issued;
  readonly #paths = new Map<string, string>();

  /** @param directory exists, and stays when the files go */
  constructor(directory: string, issued: Issued) {
    this.#directory = directory;
    this.#issued = issued;
  }

  /** Writes a new key, and returns the path of its file. Rejects if the directory cannot be written to. */
  async write(): Promise<string> {
    const key = randomBytes(64).toString('base64url');
    const path = join(this.#directory, `${randomUUID()}.key`);
    await writeFile(path, key, { mode: 0o600 });
    this.#paths.set(key, path);
    this.#issued.hostSecrets.push(key);
    return path;
  }

  /** Takes the key of an `Authorization: Basic` header, which holds it as it is in the file. False if it is no key. */
  async spend(authorization: string | undefined): Promise<boolean> {
    const key = /^Basic (\S+)$/.exec(authorization ?? '')?.[1] ?? '';
    const path = this.#paths.get(key);
    if (path === undefined) return false;
    this.#paths.delete(key);
    await rm(path, { force: true });
    return true;
  }

  /** Removes the files of the keys that were never spent. */
  async clear(): Promise<void> {
    await Promise.all([...this.#paths.values()].map(path => rm(path, { force: true })));
    this.#paths.clear();
  }
}
