/** Why a request got no whole answer. */
export type TransportFailureReason =
  | 'not-https'
  | 'name-not-resolved'
  | 'not-connected'
  | 'certificate-not-trusted'
  | 'attempt-timeout'
  | 'deadline'
  | 'answer-too-large'
  | 'connection-lost'
  | 'proxy-not-connected'
  | 'proxy-refused';

/** A request that got no whole answer: from whom, and why. */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure';

  /**
   * @param host whom the request was for, `host:port`; the proxy, where it is the proxy that failed.
   * @param detail the system's own code or words for it.
   */
  constructor(
    readonly reason: TransportFailureReason,
    readonly host: string,
    readonly detail: string,
  ) {
    super(`${reason}: ${host}: ${detail}`);
  }
}

const reasonsByCode: Readonly<Record<string, TransportFailureReason>> = {
  ENOTFOUND: 'name-not-resolved',
  EAI_AGAIN: 'name-not-resolved',
  ECONNREFUSED: 'not-connected',
  EHOSTUNREACH: 'not-connected',
  ENETUNREACH: 'not-connected',
  ETIMEDOUT: 'not-connected',
};

/** The codes of OpenSSL's and Node's verification: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const certificateCode = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS_CERT/;

/** Says why a request failed, from the error code Node gave it. */
export function reasonOf(code: string): TransportFailureReason {
  if (certificateCode.test(code)) return 'certificate-not-trusted';
  return reasonsByCode[code] ?? 'connection-lost';
}
