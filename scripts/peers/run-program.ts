import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface ProgramOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** What the program reads from its standard input; nothing if unset. */
  readonly input?: string;
  /** The folder that it runs in; that of this process if unset. */
  readonly folder?: string;
}

/** Runs a program to its end and returns what it printed. Rejects with its error output if it fails or is not there. */
export async function runProgram(name: string, args: readonly string[], options: ProgramOptions = {}): Promise<string> {
  const child = spawn(name, args, { env: options.env ?? process.env, cwd: options.folder, stdio: 'pipe' });
  // A program that ends before it has read everything is no failure by itself.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${errors.trim()}`);
  return output.trim();
}

/** True if the program can be started. */
export async function isInstalled(name: string, versionArgument: string): Promise<boolean> {
  return runProgram(name, [versionArgument]).then(
    () => true,
    () => false,
  );
}
