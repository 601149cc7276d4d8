import type { RefusalDetails } from '../../../packages/core/src/token/entra-refusal.js';

/** A refusal of Entra, an ordinary one but for what is given. */
export function refusalDetails(special: Partial<RefusalDetails>): RefusalDetails {
  return {
    status: 401,
    error: 'invalid_client',
    codes: [],
    text: 'No.',
    correlationId: '0e107ea6-1d9f-49c8-a22f-8d4aa793ad00',
    traceId: undefined,
    timestamp: undefined,
    retryAfter: undefined,
    ...special,
  };
}
