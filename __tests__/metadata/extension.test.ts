import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { repository } from '../repository.js';

const contents = [
  'dist/ado-task/EntraTokenV1',
  'packages/ado-task/vss-extension.json',
  'packages/ado-task/extension-icon.png',
  'README.md',
  'LICENSE',
];

test('the extension packs without a warning', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entra-token-extension-'));
  try {
    for (const path of contents)
      cpSync(join(repository, path), join(folder, path.replace(/.*\//, '')), { recursive: true });
    const tfx = createRequire(import.meta.url).resolve('tfx-cli/_build/tfx-cli.js');
    const vsix = join(folder, 'entra-token.vsix');
    const options = ['--no-prompt', '--manifest-globs', 'vss-extension.json', '--output-path', vsix];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [tfx, 'extension', 'create', ...options], {
      cwd: folder,
    });
    // tfx exits with 0 even where it only warns of an invalid task.json.
    expect(`${stdout}${stderr}`).not.toMatch(/warning|error/i);
    expect(statSync(vsix).size).toBeGreaterThan(100_000);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
