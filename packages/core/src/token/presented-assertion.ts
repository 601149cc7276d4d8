import { textOf } from '../transport/json-object.js';
import { readClaims } from './claims.js';

/** What a client assertion says of itself; Entra compares these with a federated credential. None of it is secret. */
export interface PresentedAssertion {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  /** Undefined where it does not say. */
  readonly expiresOn: Date | undefined;
  /** Another claim that is a text; `''` where there is none. */
  claim(name: string): string;
}

/** Reads a client assertion (RFC 7523 section 3); undefined when it is no JWT. */
export function presentedAssertion(assertion: string): PresentedAssertion | undefined {
  const claims = readClaims(assertion);
  if (!claims) return undefined;
  const claim = (name: string) => textOf(claims, name) ?? '';
  const seconds = claims['exp'];
  return {
    issuer: claim('iss'),
    subject: claim('sub'),
    audience: claim('aud'),
    expiresOn: typeof seconds === 'number' ? new Date(seconds * 1000) : undefined,
    claim,
  };
}

/** Reads the client assertion in a token request (RFC 7523 section 2.2); undefined when it holds none. */
export function assertionIn(form: string): PresentedAssertion | undefined {
  const assertion = new URLSearchParams(form).get('client_assertion');
  return assertion === null ? undefined : presentedAssertion(assertion);
}

/** The values that a federated credential has to repeat, with their labels. */
export function presentedFacts({ issuer, subject, audience }: PresentedAssertion): [label: string, value: string][] {
  return [
    ['Presented issuer', issuer],
    ['Presented subject', subject],
    ['Presented audience', audience],
  ];
}
