import { textOf } from '../transport/json-object.js';
import { readClaims } from './claims.js';

/** What a client assertion says of itself; Entra compares these with a federated credential. None of it is secret. */
export interface PresentedAssertion {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

/** Reads the client assertion out of a token request (RFC 7523 section 2.2); undefined when it holds none. */
export function presentedAssertion(form: string): PresentedAssertion | undefined {
  const assertion = new URLSearchParams(form).get('client_assertion');
  const claims = assertion === null ? undefined : readClaims(assertion);
  if (!claims) return undefined;
  return {
    issuer: textOf(claims, 'iss') ?? '',
    subject: textOf(claims, 'sub') ?? '',
    audience: textOf(claims, 'aud') ?? '',
  };
}
