/** A certificate of the app that is valid now, with the key that signs its client assertions. */
export interface ClientCertificate {
  /** PKCS#8 PEM, not encrypted. */
  readonly privateKey: string;
  /** SHA-256 of the certificate in DER, in hexadecimal. */
  readonly thumbprintSha256: string;
  /** PEMs: the certificate itself, then its issuers as far as they were supplied, each signed by the next. */
  readonly chain: readonly string[];
  readonly notAfter: Date;
}

/** Why there is no certificate to be had from what was supplied. */
export interface CertificateProblem {
  /** Which of the two has to change. */
  readonly about: 'certificate' | 'password';
  /** What is wrong and what to do, to follow the input's name and a colon. Holds nothing of what was supplied. */
  readonly problem: string;
}
