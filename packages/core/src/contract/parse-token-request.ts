import type { Context } from '../context.js';
import type { ServiceConnection } from '../credentials/service-connection.js';
import { type ChosenCredential, chooseCredential } from './choose-credential.js';
import { isUserGrant } from './credential-kinds.js';
import type { GivenInputs } from './given-inputs.js';
import { InputProblems } from './input-problems.js';
import { parseAuthority, parseClientId, parseCloud } from './parse-authority.js';
import { parseBoolean } from './parse-boolean.js';
import { parseCredential } from './parse-credential.js';
import { parseExpectations } from './parse-expectations.js';
import { parseExportVariable } from './parse-export-variable.js';
import { parseScopes } from './parse-scopes.js';
import { readServiceConnection } from './read-service-connection.js';
import type { TokenRequest } from './token-request.js';

/**
 * Reads the inputs into a token request.
 * @throws {InputProblems} that lists everything that is wrong with the inputs.
 */
export async function parseTokenRequest(given: GivenInputs, context: Context): Promise<TokenRequest> {
  const warnings: string[] = [];
  const chosen = chooseCredential(given);
  const expectations = parseExpectations(given);
  const exportVariable = parseExportVariable(given);
  const jobSummary = parseBoolean(given, 'job-summary');
  const connection = chosen?.kind === 'service-connection' ? readServiceConnection(given, context) : undefined;
  // Without its connection nothing is known of tenant and app, and that is no problem of theirs.
  if (chosen?.kind === 'service-connection' && !connection) throw new InputProblems(given.problems);

  const rest = { expectations, exportVariable, jobSummary, warnings };
  if (isManagedIdentity(chosen, given, connection)) {
    const scopes = parseScopes(given, { cloud: parseCloud(given, connection), delegated: false });
    const clientId = given.value('client-id') || connection?.clientId || given.valueOrEnvironment('client-id');
    if (given.problems.length > 0) throw new InputProblems(given.problems);
    return { identity: { kind: 'managed-identity', clientId: clientId || undefined }, scopes, ...rest };
  }

  const { cloud, authority } = parseAuthority(given, connection);
  const clientId = parseClientId(given, connection);
  const scopes = parseScopes(given, { cloud, delegated: chosen !== undefined && isUserGrant(chosen.kind) });
  const warn = (warning: string) => warnings.push(warning);
  const credential = chosen && (await parseCredential(chosen, { given, context, cloud, connection, warn }));
  if (given.problems.length > 0 || !authority || clientId === undefined || !credential) {
    throw new InputProblems(given.problems);
  }
  return { identity: { kind: 'application', authority, clientId, credential }, scopes, ...rest };
}

/** A managed identity gets its token itself, unless it only stands in as an app's federated credential. */
function isManagedIdentity(
  chosen: ChosenCredential | undefined,
  given: GivenInputs,
  connection: ServiceConnection | undefined,
): boolean {
  if (connection) return connection.proof.kind === 'managed-identity';
  return chosen?.kind === 'managed-identity' && given.value('managed-identity-client-id') === '';
}
