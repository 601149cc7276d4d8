import type { Answer, Call } from '../http/exchange.js';
import type { IdentityToken } from './identity-token.js';
import type { Selection } from './select-identity.js';

/**
 * What is wrong with a request to the Instance Metadata Service, or to Azure Arc's endpoint, which is made after it;
 * `undefined` if nothing is.
 * https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#error-handling
 */
export function refuseMetadataRequest({ method, headers, query }: Call, apiVersion: string): Answer | undefined {
  if (method !== 'GET') return { status: 405, headers: { Allow: 'GET' }, body: '' };
  if (headers['metadata'] !== 'true') return failure('invalid_request', 'Required metadata header not specified');
  if (query.get('api-version') !== apiVersion) {
    return failure('bad_request', `The api-version is missing or is not '${apiVersion}'.`);
  }
  if (!query.get('resource')) return failure('invalid_resource', 'The resource is missing.');
  return undefined;
}

/** The answer to a request for which no single identity was found. */
export function answerNoIdentity(selection: Exclude<Selection, object>): Answer {
  return failure(
    'invalid_request',
    selection === 'unknown'
      ? 'Identity not found'
      : 'Multiple user assigned identities exist: the request has to name one by its client id or resource id',
  );
}

/** The answer to a request for a token of a resource that the tenant does not have. */
export function answerNoResource(resource: string): Answer {
  return failure(
    'invalid_resource',
    `AADSTS500011: The resource principal named ${resource} was not found in the tenant.`,
  );
}

/** All values are text, numbers too. */
export function answerToken(token: IdentityToken): Answer {
  const { accessToken, clientId, resource, notBefore, expiresIn, expiresOn } = token;
  return {
    status: 200,
    body: {
      access_token: accessToken,
      client_id: clientId,
      expires_in: String(expiresIn),
      expires_on: String(expiresOn),
      ext_expires_in: String(expiresIn),
      not_before: String(notBefore),
      resource,
      token_type: 'Bearer',
    },
  };
}

function failure(error: string, description: string): Answer {
  return { status: 400, body: { error, error_description: description } };
}
