import { answerAdfs } from './adfs/handler.js';
import { answerPolicy, readPolicyRequest } from './b2c/handler.js';
import type { Authority } from './entra/authority.js';
import { entraHandler } from './entra/handler.js';
import type { Answer, Call } from './http/exchange.js';

/** The handler of the site that tokens come from. The path decides which authority answers: AD FS, B2C or Entra. */
export function signInSite(authority: Authority): (call: Call) => Promise<Answer> {
  const answerEntra = entraHandler(authority);
  return async call => {
    if (call.path.startsWith('/adfs/')) return answerAdfs(authority, call);
    const policyRequest = readPolicyRequest(authority, call.path);
    return policyRequest === undefined ? answerEntra(call) : answerPolicy(authority, policyRequest, call);
  };
}
