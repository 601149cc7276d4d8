import { compactVerify, decodeProtectedHeader } from 'jose';
import type { Directory } from '../../directory/directory.js';
import { TOKEN_EXCHANGE_CLIENT_ID, TOKEN_EXCHANGE_URI } from '../../directory/first-party.js';
import type { Application, FederatedCredential } from '../../directory/model.js';
import { IssuerUnreachable } from '../../openid/issuer-keys.js';
import type { TokenRequest } from '../authority.js';
import { Refusal } from '../refusal.js';
import { type Assertion, requireAlgorithm, requireValidTime } from './parse-assertion.js';
import type { ClientProof } from './proof.js';

/**
 * Verifies a token of another issuer that a federated credential of the application trusts. The credential is looked for
 * first: keys are fetched from no issuer that nobody trusts.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation
 * @throws Refusal 70025 (no credential), 700211 (issuer), 700213 or 7002138 (subject), 700212 (audience), 700222 (an
 *   Entra token of an application), 5002738 (algorithm), 501661 (the issuer's keys), 700027 (signature), 700024 (time)
 */
export async function verifyFederatedAssertion(
  assertion: Assertion,
  { authority, origin }: TokenRequest,
  application: Application,
): Promise<ClientProof> {
  const credential = findCredential(assertion, application);
  if (credential.issuer.startsWith(`${origin}/`)) requireFederatedPrincipal(credential, authority.directory);
  requireAlgorithm(assertion, ['RS256']);
  try {
    const key = authority.issuerKeys.of(credential.issuer);
    await compactVerify(assertion.jwt, (header, token) => key(header, token));
  } catch (error) {
    if (error instanceof IssuerUnreachable) {
      throw new Refusal(501661, `The request to the external OIDC endpoint failed. ${error.message}`);
    }
    const { kid } = decodeProtectedHeader(assertion.jwt);
    throw new Refusal(
      700027,
      `The client assertion's signature is not valid. [Reason - The key of issuer '${credential.issuer}' was not found ` +
        `or does not verify it, key identifier used by client: '${kid ?? ''}'].`,
    );
  }
  requireValidTime(assertion, authority.clock());
  // The issuer's token may be presented as often as it is valid: several scopes share one.
  return { method: '2', spendOn: () => undefined };
}

/** Of all that Entra itself issues, only the tokens of managed identities and of service connections may be assertions. */
function requireFederatedPrincipal({ subject }: FederatedCredential, { tenants }: Directory): void {
  const isApplication = tenants
    .flatMap(({ servicePrincipals, managedIdentities }) =>
      servicePrincipals.filter(one => managedIdentities.every(({ servicePrincipal }) => servicePrincipal !== one)),
    )
    .some(({ objectId }) => objectId === subject);
  if (!isApplication) return;
  throw new Refusal(700222, 'AAD-issued tokens of applications may not be used for federated identity flows.');
}

function findCredential({ claims }: Assertion, application: Application): FederatedCredential {
  const { iss = '', sub = '', aud = [] } = claims;
  const all = application.federatedCredentials;
  if (all.length === 0) {
    throw new Refusal(
      70025,
      `The client '${application.clientId}'(${application.displayName}) has no configured federated identity credentials.`,
    );
  }

  const ofIssuer = all.filter(({ issuer }) => issuer === iss);
  if (ofIssuer.length === 0) throw noMatch(700211, `issuer '${iss}'`);

  const ofSubject = ofIssuer.filter(({ subject }) => subject === sub);
  if (ofSubject.length === 0) {
    const differsInCase = ofIssuer.some(({ subject }) => subject.toLowerCase() === sub.toLowerCase());
    throw differsInCase
      ? noMatch(7002138, `subject '${sub}', which matches in all but upper and lower case`)
      : noMatch(700213, `subject '${sub}'`);
  }

  // Credentials name the resource by its URI, and tokens of version 2 by its client id:
  // https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference#payload-claims
  const presented = [aud]
    .flat()
    .map(audience => (audience === TOKEN_EXCHANGE_CLIENT_ID ? TOKEN_EXCHANGE_URI : audience));
  const [credential] = ofSubject.filter(({ audiences }) => presented.some(audience => audiences.includes(audience)));
  if (credential === undefined) throw noMatch(700212, `audience '${presented.join(' ')}'`);
  return credential;
}

function noMatch(code: 700211 | 700212 | 700213 | 7002138, presented: string): Refusal {
  return new Refusal(
    code,
    `No federated identity record matches the presented assertion ${presented}. Compare the subject, audience and issuer ` +
      'of the federated identity credential with the assertion. ' +
      'https://learn.microsoft.com/entra/workload-id/workload-identity-federation',
  );
}
