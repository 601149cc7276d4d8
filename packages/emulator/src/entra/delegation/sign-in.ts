import type { Directory } from '../../directory/directory.js';
import type { Tenant, User } from '../../directory/model.js';
import { Refusal } from '../refusal.js';

/**
 * Signs a user in by a password and nothing else.
 * @throws Refusal 50034 (unknown user), 50053 (locked), 50126 (password), 50057 (disabled), 50055 (password expired),
 *   50076 (more than a password is needed)
 */
export function signInByPassword(directory: Directory, tenant: Tenant, userName: string, password: string): User {
  const user = directory.findUser(tenant, userName);
  if (user === undefined) {
    throw new Refusal(
      50034,
      `The user account '${userName}' does not exist in the ${tenant.displayName} directory. ` +
        'To sign in to this application, the account has to be added to the directory.',
    );
  }
  if (user.locked) {
    throw new Refusal(
      50053,
      'The account is locked, because of too many attempts to sign in with an incorrect user ID or password.',
    );
  }
  if (user.password !== password) {
    throw new Refusal(50126, 'Error validating credentials due to invalid username or password.');
  }
  requireEnabled(user);
  if (user.passwordExpired) throw new Refusal(50055, 'The password is expired.');
  if (user.mfaRequired) {
    throw new Refusal(
      50076,
      'Due to a configuration change made by your administrator, or because you moved to a new location, ' +
        'you must use multi-factor authentication to access the resource.',
    );
  }
  return user;
}

/** Throws Refusal 50057 if the user's account is disabled. */
export function requireEnabled(user: User): void {
  if (user.disabled) throw new Refusal(50057, 'The user account is disabled.');
}
