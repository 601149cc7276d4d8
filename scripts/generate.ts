import { writeFileSync } from 'node:fs';
import { generatedFiles } from './metadata/generated-files.js';
import { repository } from './repository.js';

for (const { path, text } of generatedFiles(repository)) writeFileSync(path, text);
