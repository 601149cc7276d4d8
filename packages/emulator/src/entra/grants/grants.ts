import { clientCredentials } from './client-credentials.js';
import type { Grant } from './grant.js';

/** Every grant that the token endpoint knows, by its `grant_type`. */
export const grants: ReadonlyMap<string, Grant> = new Map([['client_credentials', clientCredentials]]);
