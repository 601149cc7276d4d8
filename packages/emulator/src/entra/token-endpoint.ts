import { type Answer, type Call, hasMediaType } from '../http/exchange.js';
import type { Authority, TokenRequest } from './authority.js';
import { requiredParameter } from './form-parameter.js';
import { grants } from './grants/grants.js';
import { Refusal } from './refusal.js';
import { NO_STORE } from './refusal-answer.js';
import { isSharedEndpoint, resolveTenant } from './tenant-name.js';

/** Answers `/{tenant}/oauth2/v2.0/token`. Throws a Refusal for whatever it does not grant. */
export async function answerTokenRequest(authority: Authority, tenantName: string, call: Call): Promise<Answer> {
  if (call.method !== 'POST') {
    throw new Refusal(900561, `The endpoint accepts only POST requests. It received a ${call.method} request.`);
  }
  // A body of any other type is not read, so its parameters are missing.
  const isForm = hasMediaType(call.headers, 'application/x-www-form-urlencoded');
  const form = new URLSearchParams(isForm ? call.body : '');
  if (isSharedEndpoint(tenantName)) throw sharedEndpoint(tenantName, form);

  const tenant = resolveTenant(authority.directory, tenantName);
  const grantType = requiredParameter(form, 'grant_type');
  const grant = grants.get(grantType);
  if (grant === undefined) {
    throw new Refusal(70003, `The app requested the unsupported grant type '${grantType}'.`);
  }
  const basic = basicCredentials(call.headers.authorization);
  const body = await grant({ authority, origin: call.origin, tenant, form, basic });
  return { status: 200, headers: NO_STORE, body };
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
function basicCredentials(header: string | undefined): TokenRequest['basic'] {
  const encoded = /^Basic +(\S+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [clientId = '', clientSecret = ''] = Buffer.from(encoded, 'base64').toString().split(':');
  return { clientId: decodeForm(clientId), clientSecret: decodeForm(clientSecret) };
}

function decodeForm(value: string): string {
  return new URLSearchParams(`v=${value}`).get('v') ?? '';
}
