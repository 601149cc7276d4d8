import type { X509Certificate } from 'node:crypto';

/**
 * Lists the issuers of a certificate as far as they are among the candidates: its own first, each signed by the next,
 * up to a root.
 */
export function issuersOf(certificate: X509Certificate, candidates: readonly X509Certificate[]): X509Certificate[] {
  if (certificate.checkIssued(certificate)) return [];
  const issuer = candidates.find(other => certificate.checkIssued(other) && certificate.verify(other.publicKey));
  // Without itself and its copies, so that authorities that certified each other do not go round in circles.
  const others = candidates.filter(other => other.fingerprint256 !== issuer?.fingerprint256);
  return issuer ? [issuer, ...issuersOf(issuer, others)] : [];
}
