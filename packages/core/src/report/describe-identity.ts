import { credentialLabel } from '../contract/inputs.js';
import type { TokenRequest } from '../contract/token-request.js';

/** Who asks whom, and how the identity is proved, for the log and the summary. */
export interface IdentityDescription {
  readonly issuer: string;
  readonly identity: string;
  readonly credential: string;
}

/** Says in words what a token request asks. */
export function describeIdentity({ identity }: TokenRequest): IdentityDescription {
  if (identity.kind === 'managed-identity') {
    return {
      issuer: "this machine's managed identity endpoint",
      identity: identity.clientId ?? 'its system-assigned identity',
      credential: credentialLabel(identity.kind),
    };
  }
  return {
    issuer: identity.authority.url,
    identity: identity.clientId,
    credential: credentialLabel(identity.credential.kind),
  };
}
