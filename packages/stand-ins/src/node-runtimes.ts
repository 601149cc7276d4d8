import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The Node.js majors that hosted runners and agents carry. */
export type NodeRuntime = 'n20' | 'n24';

const require = createRequire(import.meta.url);
const binaryOf = (runtime: NodeRuntime): string =>
  join(dirname(require.resolve(`${runtime}/package.json`)), 'bin', 'node');

/** Absolute paths of the Node.js executables that actions and tasks are started with. */
export const nodeRuntimes: Readonly<Record<NodeRuntime, string>> = { n20: binaryOf('n20'), n24: binaryOf('n24') };
