import type { CatalogueSection } from './entry.js';
import { errorCodes } from './entry.js';

const passwordGrant = 'https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc';
const deviceCode = 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code';

/** Grants in which a user takes part: password, device code, refresh token, on behalf of. */
export const users = {
  'wrong-user-or-password': {
    codes: [50034, 50126],
    meaning: 'The user name or the password is wrong.',
    causes: ['The password was changed, or the user is in another tenant.'],
    fix: 'Correct them before the next run: repeated failures can lock the account.',
    who: 'user',
    waiting: 'no',
    source: passwordGrant,
  },
  'password-expired': {
    codes: [50055],
    meaning: "The user's password has expired.",
    causes: ['The tenant lets passwords expire.'],
    fix: 'Have the user set a new password and store it, or use a service principal, which has none.',
    who: 'user',
    waiting: 'no',
    source: errorCodes,
  },
  'user-disabled': {
    codes: [50057],
    meaning: "The user's account is disabled.",
    causes: ['An administrator disabled it, perhaps because the person has left.'],
    fix: 'Use a service principal, or have an administrator enable the account.',
    who: 'administrator',
    waiting: 'no',
    source: errorCodes,
  },
  'user-locked': {
    codes: [50053],
    meaning: "The user's account is locked, or its sign-in was blocked for the address it came from.",
    causes: [
      'Wrong passwords were tried too often, perhaps by earlier runs of this job.',
      'The address of a shared runner is known for attacks.',
    ],
    fix: 'Stop the runs, and have an administrator read the reason in the sign-in logs; correct the password before the next run.',
    who: 'administrator',
    waiting: 'later',
    source: 'https://learn.microsoft.com/entra/identity/authentication/howto-password-smart-lockout',
  },
  'mfa-needed': {
    codes: [50076, 50079, 50072, 50074, 50158],
    meaning: 'The user has to prove more than a password (MFA), which no pipeline can.',
    causes: [
      'Conditional Access or the security defaults ask every user for it.',
      'A policy asks for something else of the user, such as accepting terms of use.',
    ],
    fix: 'Use a service principal, or a device code with a person at hand.',
    who: 'you',
    waiting: 'no',
    source: passwordGrant,
  },
  'user-not-here': {
    codes: [50020, 16000],
    meaning: 'The user is not one of this tenant.',
    causes: ['The account belongs to another tenant, or is a personal one.'],
    fix: "Set the tenant id to the user's own tenant, or use a service principal.",
    who: 'you',
    waiting: 'no',
    source:
      'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-AADSTS50020-user-account-identity-provider-does-not-exist',
  },
  'user-not-assigned': {
    codes: [50105],
    meaning: 'The user is not assigned to the app.',
    causes: ["'Assignment required' is on for the app."],
    fix: "Have an administrator assign the user or a group under 'Enterprise applications', 'Users and groups'.",
    who: 'administrator',
    waiting: 'after-a-change',
    source:
      'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-AADSTS50105-user-not-assigned-role',
  },
  'conditional-access': {
    codes: [53003, 530003, 53000, 53001, 530035, 530032, 50131, 50097],
    meaning: 'Conditional Access, or the security defaults of the tenant, do not let this sign-in pass.',
    causes: [
      'A policy asks for a known network or device, which the machine that runs the job is not, or finds a risk.',
    ],
    fix: "Ask a tenant administrator to look the correlation id up in the sign-in logs, where the policy's name is.",
    who: 'administrator',
    waiting: 'no',
    source: 'https://learn.microsoft.com/entra/identity/conditional-access/workload-identity',
  },
  'device-code-expired': {
    codes: [70016, 70019, 70020],
    errors: ['expired_token', 'authorization_pending'],
    meaning: 'Nobody signed in before the device code expired.',
    causes: ['Nobody was watching the log.'],
    fix: 'Run the job again, and sign in while it waits.',
    who: 'user',
    waiting: 'no',
    source: deviceCode,
  },
  'device-code-wrong': {
    codes: [70018],
    errors: ['bad_verification_code'],
    meaning: 'The device code is not known to Entra.',
    causes: ['The code comes from another tenant or app, or was used before.'],
    fix: 'Run the job again, and sign in with the code that its log shows.',
    who: 'user',
    waiting: 'no',
    source: deviceCode,
  },
  'sign-in-declined': {
    codes: [65004],
    errors: ['authorization_declined'],
    meaning: 'The user declined to sign in.',
    causes: ['The sign-in page was cancelled, or the consent on it was refused.'],
    fix: 'Run the job again, and accept what the sign-in page asks.',
    who: 'user',
    waiting: 'no',
    source: deviceCode,
  },
  'user-assertion-refused': {
    codes: [50013, 500131, 500132, 500133, 7000113, 7000114, 240002],
    meaning: "The user's token cannot be exchanged on behalf of the user.",
    causes: [
      'The token has expired, or is for another audience than this app, such as Microsoft Graph.',
      'It is an id token, or the token of an app and not of a user.',
      'The app may not use the on-behalf-of grant.',
    ],
    fix: 'Get a new token of the user whose audience is this app: its client id, or its App ID URI.',
    who: 'you',
    waiting: 'no',
    source: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow',
  },
  'grant-gone': {
    codes: [70000, 70008, 700082, 700084, 70043, 50173, 54005],
    meaning: 'The grant is no longer good: it has expired or was revoked.',
    causes: [
      'The stored refresh token is older than it may get, 90 days as a rule: each use returns a new one to store.',
      'The user changed the password, or an administrator revoked the sign-ins.',
    ],
    fix: 'Have the user sign in again, and store the new refresh token.',
    who: 'user',
    waiting: 'no',
    source: 'https://learn.microsoft.com/entra/identity-platform/refresh-tokens',
  },
  'grant-of-another-app': {
    codes: [7000110],
    meaning: 'The refresh token was issued to another app.',
    causes: ['The client id is not the one that the user signed in to.'],
    fix: 'Set the client id to that of the app the refresh token was issued to.',
    who: 'you',
    waiting: 'no',
    source:
      'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts7000110-request-is-ambiguous',
  },
} as const satisfies CatalogueSection;
