import { scopeKey } from '../contract/scope-request.js';
import type { AccessToken } from '../token/access-token.js';
import { textsOf } from '../token/claims.js';
import type { JsonObject } from '../transport/json-object.js';
import { rfc3339 } from './publish-tokens.js';

/** What may be told of a token: never its value. */
export interface TokenDescription {
  readonly name: string;
  readonly scope: string;
  readonly audience: string;
  /** Application roles, or the delegated scopes of a token that carries a user. */
  readonly permissions: string;
  readonly expiresOn: string;
}

/** Says whom a token is for and what it may do, as far as the token itself tells. */
export function describeToken({ scope, claims, expiresOn }: AccessToken): TokenDescription {
  return {
    name: scopeKey(scope),
    scope: scope.value,
    audience: claims ? listOf(claims, 'aud') || 'not stated' : 'not readable (the token is no JWT)',
    permissions: claims ? listOf(claims, 'roles') || listOf(claims, 'scp') || 'none in the token' : 'not readable',
    expiresOn: rfc3339(expiresOn),
  };
}

function listOf(claims: JsonObject, name: string): string {
  return textsOf(claims, name).join(', ');
}
