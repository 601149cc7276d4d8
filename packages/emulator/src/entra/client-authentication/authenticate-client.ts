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
 * Has the client prove that it is the application it claims to be, by exactly one means, for a token of its own.
 * @throws Refusal 7000216 (no proof), or with the code of what is wrong with it
 */
export async function authenticateClient(request: TokenRequest, application: Application): Promise<ClientProof> {
  const proof = await verifyPresentedProof(request, application);
  if (proof !== undefined) return proof;
  throw new Refusal(
    7000216,
    "'client_assertion', 'client_secret' or 'request' is required for the grant type 'client_credentials'.",
  );
}

/**
 * The same for a token that speaks for a user, which a public client gets without a proof.
 * @throws Refusal 7000218 (no proof), or with the code of what is wrong with it
 */
export async function authenticateClientOfUser(request: TokenRequest, application: Application): Promise<ClientProof> {
  const proof = await verifyPresentedProof(request, application);
  if (proof === undefined && application.publicClient) return { method: '0', spendOn: () => undefined };
  return requireProof(proof);
}

/**
 * The same for a token that speaks for a user, which no public client gets.
 * @throws Refusal 7000218 (no proof), or with the code of what is wrong with it
 */
export async function authenticateApiOfUser(request: TokenRequest, application: Application): Promise<ClientProof> {
  return requireProof(await verifyPresentedProof(request, application));
}

function requireProof(proof: ClientProof | undefined): ClientProof {
  if (proof !== undefined) return proof;
  throw new Refusal(7000218, "The request body must hold the parameter 'client_assertion' or 'client_secret'.");
}

async function verifyPresentedProof(request: TokenRequest, application: Application): Promise<ClientProof | undefined> {
  const { form, basic } = request;
  const secret = basic?.clientSecret || form.get('client_secret') || undefined;
  const assertion = form.get('client_assertion') || undefined;

  if (secret === undefined && assertion === undefined) return undefined;
  if (application.publicClient) {
    throw new Refusal(
      700025,
      "The client is public, so it must present neither 'client_assertion' nor 'client_secret'.",
    );
  }
  if (secret !== undefined && assertion !== undefined) {
    // RFC 6749, section 2.3: never more than one method in a request.
    throw new Refusal(9002313, "The request is not valid: it holds both 'client_secret' and 'client_assertion'.");
  }
  if (secret !== undefined) return verifyClientSecret(secret, application, request.authority.clock());
  return verifyAssertion(assertion ?? '', request, application);
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
