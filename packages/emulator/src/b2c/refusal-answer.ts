import { randomUUID } from 'node:crypto';
import type { Refusal, RefusalCode } from '../entra/refusal.js';
import { NO_STORE } from '../entra/refusal-answer.js';
import type { Answer } from '../http/exchange.js';

/** https://learn.microsoft.com/azure/active-directory-b2c/error-codes */
const CODES: Partial<Readonly<Record<RefusalCode, string>>> = {
  70003: 'AADB2C90086',
  70011: 'AADB2C90117',
  500011: 'AADB2C90117',
  700016: 'AADB2C90068',
  1002012: 'AADB2C90117',
  7000215: 'AADB2C90081',
  7000216: 'AADB2C90079',
};

/** B2C's error body: its own codes, and only in the text. `now` becomes its timestamp (UTC). */
export function answerB2cRefusal({ code, shape, message }: Refusal, now: Date): Answer {
  const timestamp = `${now.toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const b2cCode = CODES[code] ?? 'AADB2C90085';
  return {
    status: shape.status === 405 ? 405 : 400,
    headers: NO_STORE,
    body: {
      error: shape.error,
      error_description: `${b2cCode}: ${message}\r\nCorrelation ID: ${randomUUID()}\r\nTimestamp: ${timestamp}\r\n`,
    },
  };
}
