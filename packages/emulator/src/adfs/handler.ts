import type { Authority } from '../entra/authority.js';
import { applicationGrants } from '../entra/grants/grants.js';
import { readForm } from '../entra/posted-form.js';
import { Refusal } from '../entra/refusal.js';
import { grantToken } from '../entra/token-endpoint.js';
import type { Answer, Call } from '../http/exchange.js';
import { adfsRealm } from './realm.js';
import { answerAdfsRefusal } from './refusal-answer.js';

/**
 * Answers what begins with `/adfs/`: the endpoints of AD FS, for applications only.
 * https://learn.microsoft.com/windows-server/identity/ad-fs/overview/ad-fs-openid-connect-oauth-flows-scenarios
 */
export async function answerAdfs(authority: Authority, call: Call): Promise<Answer> {
  switch (call.path) {
    case '/adfs/oauth2/token':
    case '/adfs/oauth2/token/':
      return answerToken(authority, call);
    case '/adfs/.well-known/openid-configuration':
      return answerConfiguration(call);
    case '/adfs/discovery/keys':
      return { status: 200, body: await authority.signingKey.keySet() };
    default:
      return { status: 404, body: '' };
  }
}

async function answerToken(authority: Authority, call: Call): Promise<Answer> {
  try {
    const form = withDefaultScope(readForm(call));
    const realm = adfsRealm(call.origin);
    return await grantToken({
      authority,
      tenant: authority.directory.adfs,
      realm,
      form,
      call,
      grants: applicationGrants,
    });
  } catch (error) {
    if (error instanceof Refusal) return answerAdfsRefusal(error);
    throw error;
  }
}

/** A resource is named by a parameter of its own, or before the last slash of a scope. */
function withDefaultScope(form: URLSearchParams): URLSearchParams {
  const scope = form.get('scope')?.trim() ?? '';
  const resource = form.get('resource') || scope.slice(0, Math.max(0, scope.lastIndexOf('/')));
  const changed = new URLSearchParams(form);
  changed.set('scope', resource === '' ? '' : `${resource}/.default`);
  return changed;
}

function answerConfiguration({ origin }: Call): Answer {
  const base = `${origin}/adfs`;
  return {
    status: 200,
    body: {
      issuer: base,
      access_token_issuer: base,
      authorization_endpoint: `${base}/oauth2/authorize/`,
      token_endpoint: `${base}/oauth2/token/`,
      jwks_uri: `${base}/discovery/keys`,
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'private_key_jwt'],
      response_types_supported: ['code', 'id_token'],
      subject_types_supported: ['pairwise'],
      scopes_supported: ['openid'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_signing_alg_values_supported: ['RS256'],
    },
  };
}
