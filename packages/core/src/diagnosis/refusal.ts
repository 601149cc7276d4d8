import type { EntraRefusal } from '../token/entra-refusal.js';
import { type PresentedAssertion, presentedFacts } from '../token/presented-assertion.js';
import { knownRefusal } from './catalogue/catalogue.js';
import { clockEvidence } from './clock-evidence.js';
import type { Diagnosis } from './diagnosis.js';
import { adviseOnMismatch } from './federation/mismatch.js';

/**
 * Says what a refusal of Entra means.
 * @param now the time of this machine.
 */
export function diagnoseRefusal({ details, request }: EntraRefusal, now: Date): Diagnosis {
  const { status, error, codes, text, correlationId, traceId, timestamp } = details;
  const { assertion, application } = request;
  const [code] = codes;
  const name = code === undefined ? error : `AADSTS${code}`;
  const known = knownRefusal(codes, error);
  const [likely, ...remarks] = known?.anchor === 'assertion-expired' ? clockEvidence(details, assertion, now) : [];
  return {
    title: `Entra refused: ${name}`,
    what: known?.meaning ?? `Entra refused with ${name}: ${text}`,
    fix: known?.fix ?? searchAdvice(code),
    likely,
    remarks,
    facts: [
      ["Entra's words", text || 'none'],
      ['Error', `${error} (HTTP ${status})`],
      ['Tenant', application.authority.url],
      ['Client id', application.clientId],
      ['Scope', request.scope],
      ...presented(assertion, application.clientId),
      ['Correlation id', correlationId],
      ...fact('Trace id', traceId),
      ...fact('Time', timestamp),
    ],
    ...(known ? { known } : {}),
    ...adviseOnMismatch(known, request),
  };
}

function searchAdvice(code: number | undefined): string {
  if (code === undefined) return 'Ask the tenant administrator to look the correlation id up in the sign-in logs.';
  return `Look it up: https://login.microsoftonline.com/error?code=${code}`;
}

/** The app's own certificate makes assertions too, and no federated credential has to repeat those. */
function presented(assertion: PresentedAssertion | undefined, clientId: string): [string, string][] {
  return assertion && assertion.issuer !== clientId ? presentedFacts(assertion) : [];
}

function fact(label: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[label, value]];
}
