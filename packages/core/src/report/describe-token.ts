import { scopeKey } from '../contract/scope-request.js';
import type { AccessToken } from '../token/access-token.js';
import { textsOf } from '../token/claims.js';
import { countOf } from './count-of.js';
import { rfc3339 } from './publish-tokens.js';

/** What may be told of a token: never its value. */
export interface TokenDescription {
  readonly name: string;
  readonly scope: string;
  /** App and tenant, and the user where there is one. */
  readonly subject: string;
  readonly audience: string;
  /** Application roles, or the delegated scopes of a token that carries a user. */
  readonly permissions: string;
  readonly expiresOn: string;
  /** How long that is, and whether the job can take longer. */
  readonly lifetime: string;
}

/**
 * Says whom a token is for and what it may do, as far as the token itself tells
 * (https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference).
 * @param now for what is left of its life.
 * @param jobTimeoutMinutes how long the job may take, where that is known.
 */
export function describeToken(
  { scope, claims, expiresOn }: AccessToken,
  now: Date,
  jobTimeoutMinutes: number | undefined,
): TokenDescription {
  const texts = (name: string) => (claims ? textsOf(claims, name).join(', ') : '');
  const user = texts('preferred_username') || texts('upn') || texts('unique_name');
  const app = texts('azp') || texts('appid');
  const who = [user && `user ${user}`, app && `app ${app}`, texts('tid') && `tenant ${texts('tid')}`].filter(Boolean);
  const permissions = [texts('roles'), texts('scp')].filter(Boolean).join(', ');
  const minutes = Math.floor((expiresOn.getTime() - now.getTime()) / 60_000);
  return {
    name: scopeKey(scope),
    scope: scope.value,
    subject: claims ? who.join(', ') || 'not stated' : 'not readable (the token is no JWT)',
    audience: claims ? texts('aud') || 'not stated' : 'not readable (the token is no JWT)',
    permissions: claims ? permissions || 'none in the token' : 'not readable',
    expiresOn: rfc3339(expiresOn),
    lifetime: lifetime(minutes, jobTimeoutMinutes),
  };
}

function lifetime(minutes: number, jobTimeoutMinutes: number | undefined): string {
  if (jobTimeoutMinutes === undefined) return `${countOf(minutes, 'minute')}; a step that starts later needs a new one`;
  if (minutes >= jobTimeoutMinutes) return `${countOf(minutes, 'minute')}, and the job may take ${jobTimeoutMinutes}`;
  return `${countOf(minutes, 'minute')} of the ${jobTimeoutMinutes} the job may take; a step that starts later needs a new one`;
}
