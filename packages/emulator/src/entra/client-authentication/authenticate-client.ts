import type { Application } from '../../directory/model.js';
import type { TokenRequest } from '../authority.js';
import { requiredParameter } from '../form-parameter.js';
import { Refusal } from '../refusal.js';
import { verifyCertificateAssertion } from './certificate-assertion.js';
import { verifyClientSecret } from './client-secret.js';
import { verifyFederatedAssertion } from './federated-assertion.js';
import { parseAssertion } from './parse-assertion.js';
import type { ClientProof } from './proof.js';

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * Has the client prove that it is the application it claims to be, by exactly one means.
 * @throws Refusal with the code of what is wrong with the proof
 */
export async function authenticateClient(request: TokenRequest, application: Application): Promise<ClientProof> {
  const { form, basic } = request;
  const secret = basic?.clientSecret || form.get('client_secret') || undefined;
  const assertion = form.get('client_assertion') || undefined;

  if (secret !== undefined && assertion !== undefined) {
    // RFC 6749, section 2.3: never more than one method in a request.
    throw new Refusal(9002313, "The request is not valid: it holds both 'client_secret' and 'client_assertion'.");
  }
  if (secret !== undefined) return verifyClientSecret(secret, application, request.authority.clock());
  if (assertion !== undefined) return verifyAssertion(assertion, request, application);
  throw new Refusal(
    7000216,
    "'client_assertion', 'client_secret' or 'request' is required for the grant type 'client_credentials'.",
  );
}

function verifyAssertion(jwt: string, request: TokenRequest, application: Application): Promise<ClientProof> {
  const type = requiredParameter(request.form, 'client_assertion_type');
  if (type !== JWT_BEARER) {
    throw new Refusal(9002313, `The request is not valid: 'client_assertion_type' is '${type}', not '${JWT_BEARER}'.`);
  }
  const assertion = parseAssertion(jwt);
  // A federated token names the issuer that signed it by URL; a self-signed one names the client.
  const isFederated = URL.canParse(assertion.claims.iss ?? '');
  return isFederated
    ? verifyFederatedAssertion(assertion, request, application)
    : verifyCertificateAssertion(assertion, request, application);
}
