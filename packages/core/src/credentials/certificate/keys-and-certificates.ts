import type { KeyObject, X509Certificate } from 'node:crypto';

/** What a PEM or a PFX holds, decrypted, in the order it was found; which belong together is not known yet. */
export interface KeysAndCertificates {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly X509Certificate[];
}
