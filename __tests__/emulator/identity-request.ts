import { send } from '@entra-token/emulator';
import type { RunningEmulator } from './running-emulator.js';

/** What a request has else than it should; a query parameter that is empty is left out. */
export interface IdentityRequestChanges {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly query?: Record<string, string>;
}

/** Asks the Instance Metadata Service for a token of the inventory. */
export function askMetadata(
  { emulator }: RunningEmulator,
  { headers = { Metadata: 'true' }, query, method }: IdentityRequestChanges = {},
) {
  const { AZURE_POD_IDENTITY_AUTHORITY_HOST } = emulator.managedIdentity.environments.imds;
  const url = `${AZURE_POD_IDENTITY_AUTHORITY_HOST}/metadata/identity/oauth2/token`;
  return ask(url, { 'api-version': '2018-02-01', ...query }, headers, method);
}

/** Asks the endpoint of App Service for a token of the inventory. */
export function askAppService({ emulator }: RunningEmulator, { headers, query }: IdentityRequestChanges = {}) {
  const { IDENTITY_ENDPOINT, IDENTITY_HEADER } = emulator.managedIdentity.environments.appService;
  const known = headers ?? { 'X-IDENTITY-HEADER': IDENTITY_HEADER };
  return ask(IDENTITY_ENDPOINT, { 'api-version': '2019-08-01', ...query }, known);
}

/** Asks the endpoint of Azure Arc for a token of the inventory. */
export function askArc(
  { emulator }: RunningEmulator,
  { headers = { Metadata: 'true' }, query }: IdentityRequestChanges = {},
) {
  const { IDENTITY_ENDPOINT } = emulator.managedIdentity.environments.azureArc;
  return ask(IDENTITY_ENDPOINT, { 'api-version': '2020-06-01', ...query }, headers);
}

async function ask(address: string, query: Record<string, string>, headers: Record<string, string>, method = 'GET') {
  const url = new URL(address);
  for (const [name, value] of Object.entries({ resource: 'api://inventory', ...query })) {
    if (value !== '') url.searchParams.set(name, value);
  }
  const answer = await send(url, { method, headers });
  const body: Record<string, unknown> = answer.body === '' ? {} : JSON.parse(answer.body);
  return { status: answer.status, body, wwwAuthenticate: answer.headers['www-authenticate'] ?? '' };
}
