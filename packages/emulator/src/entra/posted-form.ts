import { type Call, hasMediaType } from '../http/exchange.js';
import { Refusal } from './refusal.js';

/** The fields of a posted form. Throws Refusal 900561 for any other method. */
export function readForm({ method, headers, body }: Call): URLSearchParams {
  if (method !== 'POST') {
    throw new Refusal(900561, `The endpoint accepts only POST requests. It received a ${method} request.`);
  }
  // A body of any other type is not read, so its parameters are missing.
  return new URLSearchParams(hasMediaType(headers, 'application/x-www-form-urlencoded') ? body : '');
}
