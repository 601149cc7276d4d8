import { randomUUID } from 'node:crypto';
import type { Answer, Call } from '../http/exchange.js';
import type { IdentityToken } from './identity-token.js';

/**
 * What is wrong with a request to the endpoint of App Service and Azure Functions; `undefined` if nothing is.
 * https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
 */
export function refuseAppServiceRequest({ method, headers, query }: Call, secret: string): Answer | undefined {
  if (method !== 'GET') return { status: 405, headers: { Allow: 'GET' }, body: '' };
  if (headers['x-identity-header'] !== secret)
    return appServiceFailure(401, 'The identity header is missing or wrong.');
  if (query.get('api-version') !== '2019-08-01') return appServiceFailure(400, 'The api-version is not supported.');
  if (!query.get('resource')) return appServiceFailure(400, 'The resource is missing.');
  return undefined;
}

export function appServiceFailure(statusCode: number, message: string): Answer {
  return { status: statusCode, body: { statusCode, message, correlationId: randomUUID() } };
}

/** `expires_on` is text: seconds since 1970. */
export function answerAppServiceToken({ accessToken, clientId, resource, expiresOn }: IdentityToken): Answer {
  return {
    status: 200,
    body: {
      access_token: accessToken,
      client_id: clientId,
      expires_on: String(expiresOn),
      resource,
      token_type: 'Bearer',
    },
  };
}
