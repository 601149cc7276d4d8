import type { Directory } from '../directory/directory.js';
import type { Application, User } from '../directory/model.js';
import type { DeviceCodes } from './device-codes/device-codes.js';
import type { RefreshTokens } from './refresh-tokens/refresh-tokens.js';

/** What happens to users' sign-ins outside the token endpoint: in a browser, or at an administrator's desk. */
export interface SignIns {
  /** The device codes that wait for a user: approve, decline, expire or slow down one by its user code. */
  readonly deviceCodes: Pick<DeviceCodes, 'userCodes' | 'approve' | 'decline' | 'expire' | 'slowDown'>;
  /** A refresh token as an earlier sign-in of the user left it. Throws Error if the user belongs to no tenant. */
  issueRefreshToken(options: NewRefreshToken): string;
  /** Has a refresh token refused as revoked (70000). Throws Error if it is none. */
  revokeRefreshToken(token: string): void;
  /** Has a refresh token refused as expired (700082). Throws Error if it is none. */
  expireRefreshToken(token: string): void;
}

export interface NewRefreshToken {
  readonly client: Application;
  readonly user: User;
  /** For requests that name none; Microsoft Graph's `User.Read` if unset. */
  readonly scope?: string;
}

interface SignInOptions {
  readonly directory: Directory;
  readonly deviceCodes: DeviceCodes;
  readonly refreshTokens: RefreshTokens;
  readonly clock: () => Date;
}

export function signIns({ directory, deviceCodes, refreshTokens, clock }: SignInOptions): SignIns {
  return {
    deviceCodes,
    issueRefreshToken: ({ client, user, scope = 'User.Read' }) =>
      refreshTokens.issue({ tenant: directory.tenantOf(user), application: client, user, scope }, clock()),
    revokeRefreshToken: token => refreshTokens.revoke(token),
    expireRefreshToken: token => refreshTokens.expire(token),
  };
}
