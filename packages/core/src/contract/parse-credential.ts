import { type Cloud, clouds } from '../authority/clouds.js';
import type { Context } from '../context.js';
import type { ApplicationCredential, ClientCredential } from '../credentials/application-credential.js';
import type { ServiceConnection } from '../credentials/service-connection.js';
import type { ChosenCredential } from './choose-credential.js';
import type { CredentialKind } from './credential-kinds.js';
import { emptySecret } from './empty-secret.js';
import type { GivenInputs } from './given-inputs.js';
import type { InputName } from './inputs.js';
import { parseCertificate, parseConnectionCertificate } from './parse-certificate.js';

/** What the parsing of a credential may need besides its inputs. */
export interface CredentialSource {
  readonly given: GivenInputs;
  readonly context: Context;
  readonly cloud: Cloud;
  readonly connection: ServiceConnection | undefined;
  /** Adds what the reader should know although nothing failed. */
  warn(warning: string): void;
}

/**
 * Reads what the chosen credential needs.
 * @returns undefined where a problem was reported.
 */
export async function parseCredential(
  { kind, client }: ChosenCredential,
  source: CredentialSource,
): Promise<ApplicationCredential | undefined> {
  const { given } = source;
  switch (kind) {
    case 'refresh-token': {
      const refreshToken = required(given, 'refresh-token');
      const authentication = await parseClient(client, source);
      return refreshToken ? { kind, refreshToken, client: authentication } : undefined;
    }
    case 'on-behalf-of': {
      const userAssertion = required(given, 'user-assertion');
      // The app has to authenticate itself here, so without a credential of its own it is the job that vouches for it.
      const authentication = await parseClient(client ?? 'oidc', source);
      return userAssertion && authentication ? { kind, userAssertion, client: authentication } : undefined;
    }
    case 'password':
      return parsePassword(client, source);
    case 'device-code':
      return { kind };
    default:
      return parseClient(kind, source);
  }
}

async function parseClient(
  kind: CredentialKind | undefined,
  source: CredentialSource,
): Promise<ClientCredential | undefined> {
  const { given, cloud, connection } = source;
  switch (kind) {
    case 'client-secret': {
      const clientSecret = required(given, 'client-secret');
      return clientSecret ? { kind, clientSecret } : undefined;
    }
    case 'certificate':
      return parseCertificate(source);
    case 'oidc':
      return { kind, audience: audience(given, cloud), serviceConnection: undefined };
    case 'federated-token':
      return parseFederatedToken(given);
    case 'managed-identity':
      return { kind, audience: audience(given, cloud), managedIdentity: given.value('managed-identity-client-id') };
    case 'service-connection':
      return connection && proofOf(connection, source);
    default:
      return undefined;
  }
}

async function proofOf(connection: ServiceConnection, source: CredentialSource): Promise<ClientCredential | undefined> {
  const { id, proof } = connection;
  switch (proof.kind) {
    case 'client-secret':
      return proof;
    case 'certificate':
      return parseConnectionCertificate(proof.pem, source);
    case 'oidc':
      return { kind: 'oidc', audience: clouds[source.cloud].federationAudience, serviceConnection: id };
    case 'managed-identity':
      return undefined;
  }
}

function audience(given: GivenInputs, cloud: Cloud): string {
  return given.value('audience') || clouds[cloud].federationAudience;
}

function parseFederatedToken(given: GivenInputs): ClientCredential | undefined {
  const token = given.value('federated-token');
  const file = given.value('federated-token-file');
  if (token !== '' && file !== '') {
    given.report(['federated-token', 'federated-token-file'], 'both are given. Keep one.');
    return undefined;
  }
  if (token !== '') return { kind: 'federated-token', token };
  const found = given.valueOrEnvironment('federated-token-file');
  if (found !== '') return { kind: 'federated-token', file: found };
  given.report(
    ['federated-token', 'federated-token-file'],
    'both are empty. Give the token, or the file that holds it.',
  );
  return undefined;
}

async function parsePassword(
  client: CredentialKind | undefined,
  source: CredentialSource,
): Promise<ApplicationCredential | undefined> {
  const username = required(source.given, 'username');
  const password = required(source.given, 'password');
  const authentication = await parseClient(client, source);
  source.warn(
    'A user name and password cannot answer MFA or Conditional Access, and any prompt for the user fails the step. Use a service principal where the API allows one.',
  );
  return username && password ? { kind: 'password', username, password, client: authentication } : undefined;
}

function required(given: GivenInputs, name: InputName): string | undefined {
  const value = given.value(name);
  if (value !== '') return value;
  given.report(name, emptySecret(given));
  return undefined;
}
