import type { CertificateProblem } from './client-certificate.js';

/** Tells a password that was not given from one that is wrong. */
export function passwordProblem(password: string | undefined): CertificateProblem {
  return {
    about: 'password',
    problem:
      password === undefined
        ? 'is missing, and the private key is encrypted. Give the password it was encrypted with.'
        : 'does not open the private key. Give the password it was encrypted with.',
  };
}
