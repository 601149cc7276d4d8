import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { generatedFiles } from '../../scripts/metadata/generated-files.js';
import { repository } from '../repository.js';

test.each(generatedFiles(repository).map(file => [relative(repository, file.path), file] as const))(
  '%s says what its source declares (else: pnpm generate)',
  (_name, { path, text }) => {
    expect(readFileSync(path, 'utf8')).toBe(text);
  },
);
