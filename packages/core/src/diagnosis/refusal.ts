import type { EntraRefusal } from '../token/entra-refusal.js';
import type { PresentedAssertion } from '../token/presented-assertion.js';
import { entryFor } from './catalogue.js';
import type { Diagnosis } from './diagnosis.js';

/** Says what a refusal of Entra means. */
export function diagnoseRefusal({ details, request }: EntraRefusal): Diagnosis {
  const { status, error, codes, text, correlationId, traceId, timestamp } = details;
  const [code] = codes;
  const name = code === undefined ? error : `AADSTS${code}`;
  const entry = entryFor(codes, error);
  return {
    title: `Entra refused: ${name}`,
    what: entry?.meaning ?? `Entra refused with ${name}: ${text}`,
    fix: entry?.fix ?? searchAdvice(code),
    facts: [
      ["Entra's words", text || 'none'],
      ['Error', `${error} (HTTP ${status})`],
      ['Scope', request.scope],
      ...presented(request.assertion),
      ['Correlation id', correlationId],
      ...fact('Trace id', traceId),
      ...fact('Time', timestamp),
    ],
  };
}

function searchAdvice(code: number | undefined): string {
  if (code === undefined) return 'Ask the tenant administrator to look the correlation id up in the sign-in logs.';
  return `Look it up: https://login.microsoftonline.com/error?code=${code}`;
}

/** The three values that a federated credential has to repeat. */
function presented(assertion: PresentedAssertion | undefined): [string, string][] {
  if (!assertion) return [];
  return [
    ['Presented issuer', assertion.issuer],
    ['Presented subject', assertion.subject],
    ['Presented audience', assertion.audience],
  ];
}

function fact(label: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[label, value]];
}
