import type { ClientCertificate } from './certificate/client-certificate.js';

/** How an app proves itself to the token endpoint. */
export type ClientCredential =
  | { readonly kind: 'client-secret'; readonly clientSecret: string }
  | { readonly kind: 'certificate'; readonly certificate: ClientCertificate; readonly sendChain: boolean }
  | { readonly kind: 'oidc'; readonly audience: string; readonly serviceConnection: string | undefined }
  | { readonly kind: 'federated-token'; readonly token: string }
  | { readonly kind: 'federated-token'; readonly file: string }
  | {
      /** A managed identity of this machine vouches for the app. */
      readonly kind: 'managed-identity';
      readonly audience: string;
      readonly managedIdentity: string;
    };

/** The grants in which a user takes part; without a client credential the app is a public client. */
export type UserGrant =
  | { readonly kind: 'refresh-token'; readonly refreshToken: string; readonly client: ClientCredential | undefined }
  | { readonly kind: 'on-behalf-of'; readonly userAssertion: string; readonly client: ClientCredential }
  | { readonly kind: 'device-code' }
  | {
      readonly kind: 'password';
      readonly username: string;
      readonly password: string;
      readonly client: ClientCredential | undefined;
    };

/** What an app shows for its token: its own credential, or a user's grant. */
export type ApplicationCredential = ClientCredential | UserGrant;
