import type { ServiceConnection } from '../credentials/service-connection.js';
import type { Platform } from '../platform.js';
import { chooseCredential } from './choose-credential.js';
import { type GivenInputs, givenInputs } from './given-inputs.js';
import { InputProblems } from './input-problems.js';
import { parseAuthority, parseClientId } from './parse-authority.js';
import { parseCredential } from './parse-credential.js';
import { parseScopes } from './parse-scopes.js';
import type { TokenRequest } from './token-request.js';

/**
 * Reads the inputs into a token request.
 * @param mask hides a secret that comes from elsewhere than an input: from a file or a service connection.
 * @throws {InputProblems} that lists everything that is wrong with the inputs.
 */
export function parseTokenRequest(platform: Platform, mask: (secret: string) => void): TokenRequest {
  const given = givenInputs(platform);
  const kind = chooseCredential(given);
  const timeoutSeconds = parseTimeout(given);
  const jobSummary = parseBoolean(given, 'job-summary');
  const connection = kind === 'service-connection' ? readConnection(platform, given, mask) : undefined;
  // Without its connection nothing is known of tenant and app, and that is no problem of theirs.
  if (kind === 'service-connection' && !connection) throw new InputProblems(given.problems);

  const { cloud, authority } = parseAuthority(given, connection);
  const clientId = parseClientId(given, connection);
  const scopes = parseScopes(given, cloud);
  const credential = kind && parseCredential(kind, given, cloud, connection, mask);

  if (given.problems.length > 0 || !authority || clientId === undefined || !credential) {
    throw new InputProblems(given.problems);
  }
  return { authority, clientId, scopes, credential, timeoutSeconds, jobSummary };
}

function readConnection(
  platform: Platform,
  given: GivenInputs,
  mask: (secret: string) => void,
): ServiceConnection | undefined {
  const id = given.value('azure-subscription');
  if (id === '') {
    given.report('azure-subscription', 'is missing. Name the service connection whose identity gets the token.');
    return undefined;
  }
  try {
    const connection = platform.serviceConnection(id);
    if (connection.proof.kind === 'client-secret') mask(connection.proof.clientSecret);
    return connection;
  } catch (error) {
    if (!(error instanceof InputProblems)) throw error;
    given.reportAll(error.problems);
    return undefined;
  }
}

/** Six hours, the longest a hosted job runs. */
const longestTimeout = 6 * 60 * 60;

function parseTimeout(given: GivenInputs): number {
  const text = given.value('timeout') || '60';
  const seconds = /^\d+$/.test(text) ? Number(text) : 0;
  if (seconds < 1 || seconds > longestTimeout) {
    given.report('timeout', `is '${text}', and takes whole seconds from 1 to ${longestTimeout}.`);
  }
  return seconds;
}

function parseBoolean(given: GivenInputs, name: 'job-summary'): boolean {
  const text = given.value(name).toLowerCase() || 'true';
  if (text !== 'true' && text !== 'false') given.report(name, `is '${text}', and takes true or false.`);
  return text === 'true';
}
