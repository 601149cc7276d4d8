import { randomBytes } from 'node:crypto';
import type { Application, Tenant, User } from '../directory/model.js';
import type { Emulator } from '../emulator.js';

/** A user, and the applications that may act in the user's name. */
export interface SampleUsers {
  readonly user: User;
  /** Signs users in without a credential of its own: by password, device code or refresh token. */
  readonly publicClient: Application;
  readonly publicClientId: string;
  /** An API that calls the inventory on behalf of the user who called it. */
  readonly middleTier: Application;
  readonly middleTierClientId: string;
  readonly middleTierSecret: string;
  /** What a client asks for to call the middle tier. */
  readonly middleTierScope: string;
}

export function addSampleUsers({ directory }: Emulator, tenant: Tenant, domain: string): SampleUsers {
  const user = directory.addUser(tenant, {
    userPrincipalName: `megan@${domain}`,
    displayName: 'Megan Bowen',
    // With characters that have a meaning in forms and shells.
    password: `Pa55+&%=${randomBytes(12).toString('base64url')}`,
  });
  const publicClient = directory.addApplication(tenant, { displayName: 'console', publicClient: true });
  const middleTierSecret = `mt8Q~${randomBytes(24).toString('base64url')}`;
  const middleTier = directory.addApplication(tenant, {
    displayName: 'orders',
    identifierUris: ['api://orders'],
    scopes: ['access_as_user'],
    secrets: [{ value: middleTierSecret }],
  });
  return {
    user,
    publicClient,
    publicClientId: publicClient.clientId,
    middleTier,
    middleTierClientId: middleTier.clientId,
    middleTierSecret,
    middleTierScope: 'api://orders/access_as_user',
  };
}
