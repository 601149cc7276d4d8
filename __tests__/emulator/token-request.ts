import { type Emulator, send } from '@entra-token/emulator';
import { decodeJwt, type JWTPayload } from 'jose';
import type { RunningEmulator } from './running-emulator.js';

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export interface TokenAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Posts a form to a tenant's token endpoint. A field that is `undefined` is left out. */
export async function postForm(
  { entra, caCertificate }: Emulator,
  tenantName: string,
  fields: Readonly<Record<string, string | undefined>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<TokenAnswer> {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, value);
  const { status, body } = await send(`${entra.origin}/${tenantName}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: form.toString(),
    ca: caCertificate,
  });
  return { status, body: JSON.parse(body) };
}

/** Asks for a token of the sample's client, changed by `fields`. Without a secret or assertion there, none is sent. */
export function requestToken(
  { emulator, sample }: RunningEmulator,
  fields: Readonly<Record<string, string | undefined>>,
): Promise<TokenAnswer> {
  return postForm(emulator, sample.tenantId, {
    grant_type: 'client_credentials',
    client_id: sample.clientId,
    scope: sample.scope,
    ...fields,
  });
}

/** Asks for a token with a client assertion. */
export function requestTokenWith(
  running: RunningEmulator,
  assertion: string,
  fields: Readonly<Record<string, string | undefined>> = {},
): Promise<TokenAnswer> {
  return requestToken(running, { client_assertion_type: JWT_BEARER, client_assertion: assertion, ...fields });
}

/** Asks the public client's tokens for the sample's user, by the password unless `fields` name another grant. */
export function requestUserToken(
  { emulator, sample }: RunningEmulator,
  fields: Readonly<Record<string, string | undefined>> = {},
): Promise<TokenAnswer> {
  return postForm(emulator, sample.tenantId, {
    grant_type: 'password',
    client_id: sample.publicClientId,
    username: sample.user.userPrincipalName,
    password: sample.user.password,
    scope: 'api://inventory/Items.Read',
    ...fields,
  });
}

/** The claims of an answer's access token. */
export function claimsOf({ body }: TokenAnswer): JWTPayload {
  return decodeJwt(String(body['access_token']));
}

/** The Entra code and the HTTP status of a refusal. */
export function refusalOf({ status, body }: TokenAnswer): unknown {
  return { status, error: body['error'], codes: body['error_codes'] };
}
