import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

/** How a script is started. `args` and `shown` hold the script's path in place of `{0}`. */
export interface Shell {
  readonly command: string;
  readonly argumentFormat: string;
  readonly extension: string;
}

// https://github.com/actions/runner/blob/main/src/Runner.Worker/Handlers/ScriptHandlerHelpers.cs
const ARGUMENTS: Readonly<Record<string, string>> = {
  pwsh: '-command ". \'{0}\'"',
  bash: '--noprofile --norc -e -o pipefail {0}',
  sh: '-e {0}',
  python: '{0}',
};
const EXTENSIONS: Readonly<Record<string, string>> = { pwsh: '.ps1', bash: '.sh', sh: '.sh', python: '.py' };

/**
 * The shell of a `run` step. Without one it is bash, else sh, with `-e` only; `shell: bash` adds pipefail.
 * Throws an Error for a shell that is not on the path, or a format without `{0}`.
 */
export function resolveShell(shell: string | undefined, path: string): Shell {
  if (!shell) {
    const command = which('bash', path) ?? which('sh', path);
    if (command === undefined) throw notFound('sh');
    return { command, argumentFormat: '-e {0}', extension: '.sh' };
  }
  const [name = '', ...rest] = shell.split(' ');
  const argumentFormat = rest.length > 0 ? rest.join(' ').trimStart() : (ARGUMENTS[name] ?? '');
  if (!argumentFormat.includes('{0}')) {
    throw new Error(
      "Invalid shell option. Shell must be a valid built-in (bash, sh, cmd, powershell, pwsh) or a format string containing '{0}'",
    );
  }
  const command = which(name, path);
  if (command === undefined) throw notFound(name);
  return { command, argumentFormat, extension: EXTENSIONS[name] ?? '' };
}

/** The arguments that a command line stands for: blanks separate, double quotes hold together. */
export function splitArguments(line: string): string[] {
  return [...line.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(match => match[0].replaceAll('"', ''));
}

function which(name: string, path: string): string | undefined {
  const candidates = name.startsWith('/') ? [name] : path.split(':').map(directory => join(directory, name));
  return candidates.find(candidate => {
    try {
      accessSync(candidate, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function notFound(name: string): Error {
  return new Error(`${name}: command not found`);
}
