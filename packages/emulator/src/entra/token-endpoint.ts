import { type Answer, basicCredentials, type Call } from '../http/exchange.js';
import type { Authority, TokenRequest } from './authority.js';
import { requiredParameter } from './form-parameter.js';
import type { Grant } from './grants/grant.js';
import { grants } from './grants/grants.js';
import { readForm } from './posted-form.js';
import { entraRealm } from './realm.js';
import { Refusal } from './refusal.js';
import { NO_STORE } from './refusal-answer.js';
import { isSharedEndpoint, resolveTenant } from './tenant-name.js';

/** Answers `/{tenant}/oauth2/v2.0/token`. Throws a Refusal for whatever it does not grant. */
export async function answerTokenRequest(authority: Authority, tenantName: string, call: Call): Promise<Answer> {
  const form = readForm(call);
  if (isSharedEndpoint(tenantName)) throw sharedEndpoint(tenantName, form);
  const tenant = resolveTenant(authority.directory, tenantName);
  return grantToken({ authority, tenant, realm: entraRealm(call.origin, tenant), form, call, grants });
}

/** What an authority does with a request that is for one of its tenants. */
export interface GrantOptions extends Pick<TokenRequest, 'authority' | 'tenant' | 'realm' | 'form'> {
  readonly call: Call;
  readonly grants: ReadonlyMap<string, Grant>;
}

/** Answers a token request to a known tenant, by one of the grants. Throws a Refusal for whatever they do not grant. */
export async function grantToken({ call, grants: known, ...request }: GrantOptions): Promise<Answer> {
  const grantType = requiredParameter(request.form, 'grant_type');
  const grant = known.get(grantType);
  if (grant === undefined) {
    throw new Refusal(70003, `The app requested the unsupported grant type '${grantType}'.`);
  }
  const basic = clientCredentialsOf(call);
  return { status: 200, headers: NO_STORE, body: await grant({ ...request, origin: call.origin, basic }) };
}

/** An app-only request has to name its tenant. */
function sharedEndpoint(name: string, form: URLSearchParams): Refusal {
  const grantType = requiredParameter(form, 'grant_type');
  if (name === 'consumers') {
    return new Refusal(
      9001023,
      `The grant type '${grantType}' is not supported over the /common or /consumers endpoints. ` +
        'Use the /organizations or a tenant-specific endpoint.',
    );
  }
  return new Refusal(
    50194,
    `Application '${requiredParameter(form, 'client_id')}' is not configured as a multi-tenant application. ` +
      `The /${name} endpoint is not for such apps. Use a tenant-specific endpoint, or configure the application ` +
      'to be multi-tenant.',
  );
}

/** RFC 6749, section 2.3.1: both parts are form-encoded before they are joined. */
function clientCredentialsOf({ headers }: Call): TokenRequest['basic'] {
  const credentials = basicCredentials(headers);
  if (credentials === undefined) return undefined;
  return { clientId: decodeForm(credentials.name), clientSecret: decodeForm(credentials.password) };
}

function decodeForm(value: string): string {
  return new URLSearchParams(`v=${value}`).get('v') ?? '';
}
