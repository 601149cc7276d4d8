import type { CatalogueSection } from './entry.js';
import { errorCodes } from './entry.js';

const consent = 'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/troubleshoot-consent-issues';
const clientCredentials = 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow';

/** What the token is for, and what it may do there. */
export const resource = {
  'resource-not-found': {
    codes: [500011, 650054],
    meaning: 'The resource in the scope is not known in this tenant.',
    causes: [
      'The scope has a typing error, or the tenant id is not that of the tenant the API is in.',
      'The API has no service principal (enterprise application) in this tenant yet.',
    ],
    fix: "Compare the scope with the API's Application ID URI ('Expose an API' in its app registration).",
    who: 'you',
    waiting: 'after-a-change',
    source:
      'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts500011-resource-principal-not-found',
  },
  'resource-disabled': {
    codes: [500014, 7000117],
    meaning: "The resource's service principal is disabled in this tenant.",
    causes: ['An administrator disabled it, or the subscription to the service has ended.'],
    fix: "Have an administrator enable the resource under 'Enterprise applications', or renew its subscription.",
    who: 'administrator',
    waiting: 'after-a-change',
    source: 'https://login.microsoftonline.com/error?code=500014',
  },
  'scope-malformed': {
    codes: [70011, 1002012, 28002, 28003, 650053],
    meaning: 'The scope is not one that an application can ask for.',
    causes: [
      'It names a single permission, such as User.Read, where an app alone asks for all it was granted.',
      'The API has no permission of that name.',
    ],
    fix: "Ask for '<resource>/.default', and write each resource on a line of its own.",
    who: 'you',
    waiting: 'no',
    source: clientCredentials,
  },
  'several-resources': {
    codes: [28000, 700022],
    meaning: 'One request named several resources, and a token is for one.',
    causes: [
      'Scopes of two APIs stand on one line.',
      'For AADSTS700022, in another reading: the assertion has no subject.',
    ],
    fix: 'Write the scopes of each resource on a line of its own.',
    who: 'you',
    waiting: 'no',
    source: clientCredentials,
  },
  'consent-missing': {
    codes: [65001, 90094, 650056],
    meaning: 'Nobody has consented to a permission that the app asks for.',
    causes: [
      "The permission was added to the app, and 'Grant admin consent' was not pressed.",
      'For AADSTS650056 also: the app lists no permission of the resource, or the client id is wrong.',
    ],
    fix: "Have an administrator grant consent for the app ('API permissions').",
    who: 'administrator',
    waiting: 'after-a-change',
    source: consent,
  },
  'resource-not-subscribed': {
    codes: [650052],
    meaning: 'The app needs a service that the tenant has not subscribed to or has not enabled.',
    causes: ['The service has no service principal in this tenant, or needs a licence.'],
    fix: 'Have an administrator subscribe to the service, or make its service principal in this tenant.',
    who: 'administrator',
    waiting: 'after-a-change',
    source: consent,
  },
  'permission-not-requested': {
    codes: [650057],
    meaning: "The resource is not among those the app's registration asks for.",
    causes: ["The API was not added under 'API permissions' of the app."],
    fix: "Add a permission of the API to the app ('API permissions') and have an administrator consent.",
    who: 'app-owner',
    waiting: 'after-a-change',
    source: consent,
  },
  'role-missing': {
    codes: [501051],
    meaning: 'The API takes only applications with a role, and this app has none.',
    causes: ["'Assignment required' is on for the API, and the app was given none of its app roles."],
    fix: "Assign the app one of the API's roles ('API permissions') and have an administrator consent.",
    who: 'administrator',
    waiting: 'after-a-change',
    source: 'https://learn.microsoft.com/entra/identity-platform/scenario-protected-web-api-app-registration',
  },
  'request-malformed': {
    codes: [900144, 90014, 9002313, 90023, 901002],
    meaning: 'The request lacks a value, or one is malformed.',
    causes: ['An input is empty or holds characters that do not belong there.'],
    fix: "Look at Entra's words below, which name the value, and correct the input it comes from.",
    who: 'you',
    waiting: 'no',
    source: errorCodes,
  },
} as const satisfies CatalogueSection;
