import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionYml } from './action-yml.js';
import { errorsMd } from './errors-md.js';
import { withTables } from './readme-tables.js';
import { taskJson } from './task-json.js';

/**
 * The files that come from the contract or from the catalogue of failures, with the text each should have.
 * @param root the repository.
 */
export function generatedFiles(root: string): { path: string; text: string }[] {
  const readme = join(root, 'README.md');
  return [
    { path: join(root, 'action.yml'), text: actionYml() },
    { path: join(root, 'packages/ado-task/task.json'), text: taskJson() },
    { path: join(root, 'docs/errors.md'), text: errorsMd() },
    { path: readme, text: withTables(readFileSync(readme, 'utf8')) },
  ];
}
