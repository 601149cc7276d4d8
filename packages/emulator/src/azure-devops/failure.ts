import type { Answer } from '../http/exchange.js';

/** The body with which Azure DevOps's REST API answers a failure. */
export function failure(status: number, message: string): Answer {
  return { status, body: { $id: '1', innerException: null, message, errorCode: 0, eventId: 3000 } };
}
