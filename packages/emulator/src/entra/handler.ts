import type { Answer, Call } from '../http/exchange.js';
import type { Authority } from './authority.js';
import { answerDeviceCodeRequest } from './device-codes/device-code-endpoint.js';
import { answerInstanceDiscovery, answerOpenIdConfiguration } from './discovery.js';
import { Refusal } from './refusal.js';
import { answerRefusal } from './refusal-answer.js';
import { answerTokenRequest } from './token-endpoint.js';

/** The handler of the Entra listener. */
export function entraHandler(authority: Authority): (call: Call) => Promise<Answer> {
  return async call => {
    try {
      return await route(authority, call);
    } catch (error) {
      if (error instanceof Refusal) return answerRefusal(error, call, authority.clock());
      throw error;
    }
  };
}

async function route(authority: Authority, call: Call): Promise<Answer> {
  if (call.path === '/common/discovery/instance') return answerInstanceDiscovery(authority.hostNames, call);

  const [, tenantName = '', ...rest] = call.path.split('/');
  switch (rest.join('/')) {
    case 'oauth2/v2.0/token':
      return answerTokenRequest(authority, tenantName, call);
    case 'oauth2/v2.0/devicecode':
      return answerDeviceCodeRequest(authority, tenantName, call);
    case 'v2.0/.well-known/openid-configuration':
      return answerOpenIdConfiguration(authority.directory, tenantName, call);
    case 'discovery/v2.0/keys':
      return { status: 200, body: await authority.signingKey.keySet() };
    default:
      return { status: 404, body: '' };
  }
}
