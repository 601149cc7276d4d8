import { scopeKey } from '../contract/scope-request.js';
import { countOf } from '../report/count-of.js';
import type { AccessToken } from '../token/access-token.js';
import type { ApiRefusal } from '../token/api-refusal.js';
import { textsOf } from '../token/claims.js';
import type { HttpResponse } from '../transport/http.js';
import type { Anchor } from './catalogue/catalogue.js';
import type { Diagnosis } from './diagnosis.js';
import { explain } from './explain.js';

/** Says why an API did not take the token, from its status, its challenge and the token's own claims. */
export function diagnoseApiRefusal({ url, response, token }: ApiRefusal): Diagnosis {
  const claim = (name: string) => (token.claims ? textsOf(token.claims, name).join(', ') : '');
  const { anchor, ...words } = wordsFor(url, response, token, claim);
  return explain(anchor, {
    title: `The API answered ${response.status}`,
    ...words,
    facts: [
      ['Address', url],
      ['Its challenge', response.headers['www-authenticate'] || 'none'],
      ['Token for', scopeKey(token.scope)],
      ['Audience of the token', claim('aud') || 'not readable'],
      ['Issuer of the token', claim('iss') || 'not readable'],
      ['Roles or scopes', claim('roles') || claim('scp') || 'none'],
    ],
  });
}

interface Words {
  readonly anchor: Anchor;
  readonly what: string;
  readonly fix?: string;
}

function wordsFor(
  url: string,
  { status, headers }: HttpResponse,
  token: AccessToken,
  claim: (name: string) => string,
): Words {
  const { 'www-authenticate': challenge = '', location, 'retry-after': retryAfter } = headers;
  if (status === 401) return { anchor: 'api-unauthorized', ...unauthorized(challenge, claim) };
  if (status === 403) {
    const held = claim('roles') || claim('scp') || 'no role or scope';
    return {
      anchor: 'api-forbidden',
      what: `The API knows the app and does not permit the call; the token holds ${held}.`,
      fix: `Grant the app the role that ${new URL(url).pathname} needs ('API permissions'), have an administrator consent, and run again.`,
    };
  }
  if (status === 429) {
    const wait = /^\d+$/.test(retryAfter ?? '') ? `after ${countOf(Number(retryAfter), 'second')}` : 'later';
    return {
      anchor: 'api-throttled',
      what: 'The API limits how often it may be called; it says nothing against the token.',
      fix: `Run again ${wait}, or verify at an address without such a limit.`,
    };
  }
  if (status >= 300 && status < 400) {
    return {
      anchor: 'api-redirects',
      what: `The API redirects to ${location || 'another address'}; the token was not sent there.`,
    };
  }
  return {
    anchor: 'api-other-answer',
    what: `The API answered ${status}, which says nothing against the token for '${scopeKey(token.scope)}'.`,
  };
}

/** https://www.rfc-editor.org/rfc/rfc6750#section-3.1 */
function unauthorized(challenge: string, claim: (name: string) => string): Omit<Words, 'anchor'> {
  const text = challenge.toLowerCase();
  if (!text.includes('error=')) {
    return {
      what: 'The API saw no token it could read.',
      fix: 'Check that this address takes Bearer tokens, and that nothing in between drops the Authorization header.',
    };
  }
  if (text.includes('invalid_request')) {
    return {
      what: 'The API found the Authorization header malformed.',
      fix: 'Check that this address takes Bearer tokens of Entra.',
    };
  }
  if (text.includes('audience')) {
    return {
      what: `The API expects another audience than ${claim('aud') || 'that of this token'}.`,
      fix: 'Ask for a scope of this API, or let the API accept this audience (in a v2.0 token its client id; in a v1.0 token it can be its App ID URI).',
    };
  }
  if (text.includes('issuer') || text.includes('tenant')) {
    return {
      what: `The API does not accept tokens of ${claim('iss') || 'this tenant'}.`,
      fix: 'Get the token from the tenant that the API accepts, or let the API accept this one.',
    };
  }
  return { what: 'The API found the token invalid.' };
}
