import type { Answer, Call } from '../../http/exchange.js';
import type { Authority } from '../authority.js';
import { identifyClient } from '../client-authentication/identify-client.js';
import { parseDelegatedScope } from '../delegation/delegated-scope.js';
import { requiredParameter } from '../form-parameter.js';
import { readForm } from '../posted-form.js';
import { entraRealm } from '../realm.js';
import { NO_STORE } from '../refusal-answer.js';
import { resolveTenant } from '../tenant-name.js';

/**
 * Answers `/{tenant}/oauth2/v2.0/devicecode` (RFC 8628, section 3.2). Throws a Refusal for an unknown client or a malformed
 * scope; whether the client may have the scope is looked at when a token is asked for.
 */
export function answerDeviceCodeRequest(authority: Authority, tenantName: string, call: Call): Answer {
  const form = readForm(call);
  const tenant = resolveTenant(authority.directory, tenantName);
  const realm = entraRealm(call.origin, tenant);
  const { application } = identifyClient({ authority, realm, tenant, form, basic: undefined });
  const scope = requiredParameter(form, 'scope');
  parseDelegatedScope(scope);

  const code = authority.deviceCodes.start({ tenant, application, scope }, authority.clock());
  const verificationUri = `${call.origin}/common/oauth2/deviceauth`;
  return {
    status: 200,
    headers: NO_STORE,
    body: {
      user_code: code.userCode,
      device_code: code.deviceCode,
      verification_uri: verificationUri,
      expires_in: code.lifetime,
      interval: code.interval,
      message: `To sign in, open ${verificationUri} in a web browser, and enter the code ${code.userCode} there.`,
    },
  };
}
