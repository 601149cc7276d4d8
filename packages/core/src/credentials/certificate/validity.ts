import type { X509Certificate } from 'node:crypto';
import type { CertificateProblem, ClientCertificate } from './client-certificate.js';

const thirtyDaysMilliseconds = 30 * 24 * 60 * 60 * 1000;

/** Says that a certificate is not valid yet, or no longer. */
export function validityProblem(certificate: X509Certificate, now: Date): CertificateProblem | undefined {
  const notBefore = new Date(certificate.validFrom);
  const notAfter = new Date(certificate.validTo);
  // OpenSSL writes a time that is none as `Bad time value`, and what cannot be compared would pass.
  if (Number.isNaN(notBefore.getTime()) || Number.isNaN(notAfter.getTime())) {
    return {
      about: 'certificate',
      problem: 'holds a certificate that cannot be read. Was it cut off when it was pasted?',
    };
  }
  if (now < notBefore) {
    const problem = `is valid only from ${utcMinute(notBefore)} on. Wait until then, or make one that is valid now.`;
    return { about: 'certificate', problem };
  }
  if (now > notAfter) {
    const problem = `expired on ${utcMinute(notAfter)}. Make a new one, and register it with the app.`;
    return { about: 'certificate', problem };
  }
  return undefined;
}

/**
 * Says when a certificate ends, in its last 30 days.
 * @returns a sentence with the date in UTC; undefined before that.
 */
export function expiryWarning(certificate: ClientCertificate, now: Date): string | undefined {
  if (certificate.notAfter.getTime() - now.getTime() > thirtyDaysMilliseconds) return undefined;
  const utcDay = certificate.notAfter.toISOString().slice(0, 10);
  return `The certificate expires on ${utcDay}. Make a new one, and register it with the app before then.`;
}

function utcMinute(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
