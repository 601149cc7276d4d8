import { fileURLToPath } from 'node:url';

/** The repository's folder; the scripts run from `scripts/build`. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));
