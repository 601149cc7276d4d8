import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const runProgram = promisify(execFile);

/** A folder of its own in which the `openssl` program works. */
export interface OpensslFolder {
  /** Runs a command, whose arguments hold no spaces. */
  run(command: string): Promise<void>;
  bytes(name: string): Promise<Buffer>;
  text(name: string): Promise<string>;
  remove(): Promise<void>;
}

export async function opensslFolder(): Promise<OpensslFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'certificates-'));
  const bytes = (name: string) => readFile(join(folder, name));
  return {
    async run(command) {
      await runProgram('openssl', command.split(' '), { cwd: folder });
    },
    bytes,
    text: async name => (await bytes(name)).toString(),
    remove: () => rm(folder, { recursive: true }),
  };
}
