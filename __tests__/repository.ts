import { fileURLToPath } from 'node:url';

/** The repository: the action's folder, and the parent of the bundles. */
export const repository = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
