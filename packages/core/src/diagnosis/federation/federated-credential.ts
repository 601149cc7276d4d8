import { clouds, tokenExchangeId } from '../../authority/clouds.js';
import type { PresentedAssertion } from '../../token/presented-assertion.js';
import type { SentTokenRequest } from '../../token/sent-token-request.js';

/** A federated credential that matches an assertion, ready to be created. */
export interface FederatedCredential {
  /** The JSON that the command takes, over several lines. */
  readonly json: string;
  /** The file that the command reads it from. */
  readonly file: string;
  readonly command: string;
}

/** The Azure CLI reads the credential from a file: https://learn.microsoft.com/cli/azure/ad/app/federated-credential */
const file = 'credential.json';

/** Writes the federated credential that Entra would find for an assertion. */
export function federatedCredential(
  { issuer, subject, audience }: PresentedAssertion,
  { clientId, authority }: SentTokenRequest['application'],
): FederatedCredential {
  const registered = audience === tokenExchangeId ? clouds[authority.cloud].federationAudience : audience;
  const credential = { name: nameOf(subject), issuer, subject, audiences: [registered] };
  return {
    json: inPlainSight(JSON.stringify(credential, undefined, 2)),
    file,
    command: `az ad app federated-credential create --id ${clientId} --parameters ${file}`,
  };
}

/** The same JSON without what a log could not show as it is: anything but ASCII, and what could be read as a command. */
function inPlainSight(json: string): string {
  return json
    .replace(/[^\n\x20-\x7e]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/:(?=:)/g, '\\u003a')
    .replace(/#(?=#)/g, '\\u0023');
}

/**
 * 3 to 120 letters, digits, dashes and underscores, the first a letter or digit:
 * https://learn.microsoft.com/graph/api/resources/federatedidentitycredential
 */
function nameOf(subject: string): string {
  const name = subject
    .replace(/^repo:/, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 120)
    .replace(/-+$/, '');
  return name.length < 3 ? `pipeline-${name}`.replace(/-$/, '') : name;
}
