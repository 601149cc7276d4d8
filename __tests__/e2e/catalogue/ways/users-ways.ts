import { randomUUID } from 'node:crypto';
import type { users } from '../../../../packages/core/src/diagnosis/catalogue/users.js';
import { withNextCode } from '../next-device-code.js';
import { deviceCode, onBehalfOf, password, refreshToken } from '../proofs.js';
import { refused } from '../refused.js';
import type { Prepare, Way } from '../way.js';

/** With a device code that a person, or time, does something with. */
const atTheSignIn =
  (act: 'decline' | 'expire'): Prepare =>
  async (world, platform) => {
    const { deviceCodes } = world.emulator.entra;
    const meanwhile = (ended: AbortSignal) => withNextCode(world, ended, code => deviceCodes[act](code));
    return { ...(await deviceCode(world, platform)), meanwhile };
  };

/** Grants in which a user takes part. */
export const usersWays: Readonly<Record<keyof typeof users, Way>> = {
  'wrong-user-or-password': refused('wrong-user-or-password', password, {
    50034: async (world, platform) => {
      const given = await password(world, platform);
      return { ...given, inputs: { ...given.inputs, username: `nobody@${world.sample.domain}` } };
    },
    50126: async (world, platform) => ({
      ...(await password(world, platform)),
      secrets: { password: randomUUID() },
    }),
  }),
  'password-expired': refused('password-expired', password),
  'user-disabled': refused('user-disabled', password),
  'user-locked': refused('user-locked', password),
  'mfa-needed': refused('mfa-needed', password),
  'user-not-here': refused('user-not-here', password),
  'user-not-assigned': refused('user-not-assigned', password),
  'conditional-access': refused('conditional-access', refreshToken),
  'device-code-expired': refused('device-code-expired', deviceCode, { 70020: atTheSignIn('expire') }),
  'device-code-wrong': refused('device-code-wrong', deviceCode),
  'sign-in-declined': refused('sign-in-declined', deviceCode, { 65004: atTheSignIn('decline') }),
  'user-assertion-refused': refused('user-assertion-refused', onBehalfOf),
  'grant-gone': refused('grant-gone', refreshToken),
  'grant-of-another-app': refused('grant-of-another-app', refreshToken),
};
