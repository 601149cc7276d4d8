import { GRAPH_CLIENT_ID } from '../../directory/first-party.js';
import { Refusal } from '../refusal.js';

/** One delegated permission that a request asks for. */
export interface AskedPermission {
  /** The resource as the scope names it. */
  readonly resourceName: string;
  /** What comes before the name; empty for the short form, which means Microsoft Graph. */
  readonly prefix: string;
  /** `.default` asks for all that were consented to. */
  readonly name: string;
}

/** The scope of a request for a token that speaks for a user. */
export interface DelegatedScope {
  readonly permissions: readonly AskedPermission[];
  readonly openId: ReadonlySet<OpenIdScope>;
}

const OPEN_ID_SCOPES = ['openid', 'profile', 'email', 'offline_access'] as const;
export type OpenIdScope = (typeof OPEN_ID_SCOPES)[number];

/**
 * Reads a scope of delegated permissions.
 * https://learn.microsoft.com/entra/identity-platform/scopes-oidc
 * @throws Refusal 70011 (malformed, or `.default` beside other permissions)
 */
export function parseDelegatedScope(scope: string): DelegatedScope {
  const parts = scope.split(' ').filter(part => part !== '');
  if (parts.length === 0) throw malformed(scope);
  const openId = new Set(OPEN_ID_SCOPES.filter(name => parts.includes(name)));
  const permissions = parts.filter(part => !isOpenIdScope(part)).map(permissionOf);
  const names = new Set(permissions.map(({ name }) => name));
  if (names.size > 1 && names.has('.default')) {
    throw new Refusal(70011, `The scope '${scope}' is not valid: .default stands beside other permissions.`);
  }
  // Without a resource, the token is for Microsoft Graph.
  return { permissions, openId };
}

function isOpenIdScope(part: string): part is OpenIdScope {
  return OPEN_ID_SCOPES.some(name => name === part);
}

function permissionOf(part: string): AskedPermission {
  // The characters of a scope token: RFC 6749, section 3.3.
  if (!/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(part)) throw malformed(part);
  const slash = part.lastIndexOf('/');
  const isBareResource = /^[a-z][\w+.-]*:\/\/[^/]+$/i.test(part);
  const name = part.slice(slash + 1);
  if (isBareResource || name === '' || slash === 0) throw malformed(part);
  if (slash === -1) return { resourceName: GRAPH_CLIENT_ID, prefix: '', name };
  return { resourceName: part.slice(0, slash), prefix: part.slice(0, slash + 1), name };
}

function malformed(scope: string): Refusal {
  return new Refusal(70011, `The value of the parameter 'scope' is not valid. The scope '${scope}' is not valid.`);
}
