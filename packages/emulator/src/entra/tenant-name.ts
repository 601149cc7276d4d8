import type { Directory } from '../directory/directory.js';
import { isGuid } from '../directory/guid.js';
import type { Tenant } from '../directory/model.js';
import { Refusal } from './refusal.js';

/** Path segments that stand for no tenant in particular. */
export function isSharedEndpoint(name: string): boolean {
  return ['common', 'organizations', 'consumers'].includes(name.toLowerCase());
}

/**
 * The tenant that a path segment names by id or verified domain.
 * @throws Refusal 90002 (unknown) or 900023 (neither a GUID nor a domain)
 */
export function resolveTenant(directory: Directory, name: string): Tenant {
  const tenant = directory.findTenant(name);
  if (tenant !== undefined) return tenant;
  if (!isGuid(name) && !/^[a-z\d-]+(\.[a-z\d-]+)+$/i.test(name)) {
    throw new Refusal(
      900023,
      `The tenant identifier '${name}' is neither a valid DNS name nor a valid external domain.`,
    );
  }
  throw new Refusal(
    90002,
    `Tenant '${name}' was not found. Check the tenant id, and that you are signing in to the right cloud. ` +
      'A tenant without an active subscription may be missing too.',
  );
}
