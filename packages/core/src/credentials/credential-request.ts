import type { ClientCertificate } from './client-certificate.js';

/** How the app is to prove its identity, with everything that takes. */
export type CredentialRequest =
  | { readonly kind: 'client-secret'; readonly clientSecret: string }
  | { readonly kind: 'certificate'; readonly certificate: ClientCertificate }
  | { readonly kind: 'oidc'; readonly audience: string; readonly serviceConnection: string | undefined };
