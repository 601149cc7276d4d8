import type { CatalogueSection } from './entry.js';

const accessTokens = 'https://learn.microsoft.com/entra/identity-platform/access-tokens';
const claims = 'https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference';
const bearer = 'https://www.rfc-editor.org/rfc/rfc6750#section-3.1';
const http = (section: string) => `https://www.rfc-editor.org/rfc/rfc9110#section-${section}`;

/** What is wrong with a token that Entra did issue. */
export const token = {
  'token-ends-soon': {
    meaning: 'The token ends sooner than the input for its least lifetime requires.',
    causes: ['More is required than Entra gives: 60 to 90 minutes are usual.'],
    fix: 'Ask for less, or get the token in a step right before it is used.',
    who: 'you',
    waiting: 'no',
    source: 'https://learn.microsoft.com/entra/identity-platform/configurable-token-lifetimes',
  },
  'token-audience': {
    meaning: 'The token is for another audience than the required one.',
    causes: [
      'The scope is of another API.',
      "The API's tokens are v2.0, whose audience is the client id of the API, or the other way round.",
    ],
    fix: "Ask for a scope of that API. (In a v2.0 token the audience is the API's client id; in a v1.0 token it can be its App ID URI.)",
    who: 'you',
    waiting: 'no',
    source: claims,
  },
  'token-role-missing': {
    meaning: 'The token lacks a role that is required.',
    causes: [
      'The app was not granted the role, or nobody has consented to it. Entra issues a token without roles all the same.',
      'A managed identity has no API permissions page: its roles are granted by command, and take hours to reach its tokens.',
    ],
    fix: "Grant the app the role ('API permissions'), have an administrator consent, and run again.",
    who: 'administrator',
    waiting: 'after-a-change',
    source: 'https://learn.microsoft.com/entra/identity-platform/howto-add-app-roles-in-apps',
  },
  'token-unreadable': {
    meaning: 'The token is no JWT, so what it holds cannot be checked.',
    causes: ['Some of the resources, such as for personal accounts, have encrypted or opaque tokens.'],
    fix: 'Remove the requirement, or ask for a token whose content is readable.',
    who: 'you',
    waiting: 'no',
    source: accessTokens,
  },
  'api-unauthorized': {
    meaning: 'The API does not accept the token (401).',
    causes: [
      'The API expects another audience, or tokens of another tenant or version.',
      'The address wants no Bearer token.',
    ],
    fix: 'Compare the audience and issuer below with what the API accepts.',
    who: 'api-owner',
    waiting: 'no',
    source: bearer,
  },
  'api-forbidden': {
    meaning: 'The API knows the app and does not permit the call (403).',
    causes: [
      'The token lacks the role that the call needs, or the app has no rights on the object itself.',
      'A managed identity has no API permissions page: its roles are granted by command, and take hours to reach its tokens.',
    ],
    fix: "Grant the app the role that the call needs ('API permissions'), have an administrator consent, and run again.",
    who: 'administrator',
    waiting: 'after-a-change',
    source: bearer,
  },
  'api-throttled': {
    meaning: 'The API limits how often it may be called (429); it says nothing against the token.',
    causes: ['Many jobs call it at the same time.'],
    fix: 'Run again later, or verify at an address without such a limit.',
    who: 'you',
    waiting: 'passes',
    source: 'https://www.rfc-editor.org/rfc/rfc6585#section-4',
  },
  'api-redirects': {
    meaning: 'The API redirects to another address; the token was not sent there.',
    causes: [
      'The address is that of a page for people, which leads to a sign-in.',
      'The address lacks or has a slash at its end.',
    ],
    fix: 'Give the address that answers itself, and no sign-in page.',
    who: 'you',
    waiting: 'no',
    source: http('15.4'),
  },
  'api-other-answer': {
    meaning: 'The API answered with neither success nor a word against the token.',
    causes: ['The address has a typing error (404), or the API is down (5xx).'],
    fix: 'Check the address, and whether the API is well.',
    who: 'api-owner',
    waiting: 'no',
    source: http('15'),
  },
} as const satisfies CatalogueSection;
