import type { JWTPayload } from 'jose';
import type { Protection } from './protection.js';

/** What a token lacks, for `error_description`; `undefined` if it may pass. */
export function missingPermission({ roles, scp }: JWTPayload, protection: Protection): string | undefined {
  const { requiredRole, requiredScope } = protection;
  if (requiredRole === undefined && requiredScope === undefined) return undefined;
  if (requiredRole !== undefined && Array.isArray(roles) && roles.includes(requiredRole)) return undefined;
  const scopes = typeof scp === 'string' ? scp.split(' ') : [];
  if (requiredScope !== undefined && scopes.includes(requiredScope)) return undefined;
  const wanted = [
    ...(requiredRole === undefined ? [] : [`the app role '${requiredRole}'`]),
    ...(requiredScope === undefined ? [] : [`the scope '${requiredScope}'`]),
  ];
  return `The token holds neither roles nor scopes that suffice: ${wanted.join(' or ')} is missing`;
}
