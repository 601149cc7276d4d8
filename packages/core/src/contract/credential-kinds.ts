/** The grants in which a user takes part: https://learn.microsoft.com/entra/identity-platform/v2-protocols */
const userGrants = ['refresh-token', 'on-behalf-of', 'device-code', 'password'] as const;

/**
 * The ways to prove an identity. `service-connection` stands for whatever the named Azure Pipelines service connection
 * holds.
 */
export type CredentialKind =
  | 'client-secret'
  | 'certificate'
  | 'oidc'
  | 'federated-token'
  | 'managed-identity'
  | 'service-connection'
  | (typeof userGrants)[number];

/** Whether the token of a credential is a user's, with the permissions the user has delegated to the app. */
export function isUserGrant(kind: CredentialKind): kind is (typeof userGrants)[number] {
  return userGrants.some(grant => grant === kind);
}
