import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { repository } from './repository.js';

const chunkLicences = '.licenses.txt';

/** Bundles both entries, readable and with the licences of what they contain, into a folder like `dist`. */
function bundle(target: string): void {
  rmSync(target, { recursive: true, force: true });
  const task = join(target, 'ado-task/EntraTokenV1');
  ncc('packages/github-action/build/main.js', join(target, 'github-action'));
  ncc('packages/ado-task/build/main.js', task);
  // The agent wants the metadata beside the bundle; so does task-lib.
  cpSync(join(repository, 'packages/ado-task/task.json'), join(task, 'task.json'));
  cpSync(join(repository, 'packages/ado-task/icon.png'), join(task, 'icon.png'));
}

function ncc(entry: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const cli = createRequire(import.meta.url).resolve('@vercel/ncc/dist/ncc/cli.js');
  const options = ['--license', `[name]${chunkLicences}`, '--no-cache', '--quiet'];
  execFileSync(process.execPath, [cli, 'build', join(repository, entry), '--out', folder, ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  joinLicences(folder);
}

/** Where the entry of a package begins, with its name and the name of its licence. */
const nextPackage = /\n\n(?=@?[a-z][\w./-]*\n\(?(?:MIT|ISC|BSD|0BSD|Apache))/;

/** ncc writes the licences chunk by chunk, and one that several chunks hold more than once. */
function joinLicences(folder: string): void {
  const files = readdirSync(folder).filter(name => name.endsWith(chunkLicences));
  const packages = files.sort().flatMap(name => readFileSync(join(folder, name), 'utf8').split(nextPackage));
  const distinct = new Set(packages.map(text => text.trim()));
  writeFileSync(join(folder, 'licenses.txt'), `${[...distinct].join('\n\n')}\n`);
  for (const name of files) rmSync(join(folder, name));
}

bundle(resolve(process.argv[2] ?? join(repository, 'dist')));
