import type { CatalogueSection } from './entry.js';
import { errorCodes } from './entry.js';

const addCredentials = 'https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials';

/** What the app proves itself with: a client secret or a certificate. */
export const credentials = {
  'wrong-secret': {
    codes: [7000215, 70002],
    meaning: 'The client secret is wrong.',
    causes: [
      "The secret's id was stored in place of its value.",
      'The secret belongs to another app, has been removed from this one, or has expired.',
      'It was stored cut off, or with characters around it.',
    ],
    fix: "Store the secret's value, which the portal shows once when the secret is made, and not its id.",
    who: 'app-owner',
    waiting: 'no',
    source: addCredentials,
  },
  'secret-expired': {
    codes: [7000222],
    meaning: 'The client secret has expired.',
    causes: ['A secret made in the portal lives two years at most, and nothing in the pipeline tells of its end.'],
    fix: 'Make a new client secret for the app and store it, or use a federated credential, which does not expire.',
    who: 'app-owner',
    waiting: 'no',
    source: addCredentials,
  },
  'no-credential': {
    codes: [7000216],
    meaning: 'The app has to prove itself, and no secret, certificate or assertion was sent.',
    causes: ['The secret is empty: it is not defined here, or this run may not read it.'],
    fix: 'Give the client secret or the certificate, or use the identity of the job.',
    who: 'you',
    waiting: 'no',
    source: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow',
  },
  'not-a-public-client': {
    codes: [7000218],
    meaning: 'The app is no public client, and no secret or certificate was sent.',
    causes: [
      'A grant of a user (device code, password, refresh token) is used with an app that is no public client.',
      'The secret is empty: it is not defined here, or this run may not read it.',
    ],
    fix: "Allow public client flows for the app ('Authentication'), or give its client secret or certificate.",
    who: 'app-owner',
    waiting: 'after-a-change',
    source:
      'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/confidential-client-application-authentication-error-aadsts7000218',
  },
  'public-client': {
    codes: [700025],
    meaning: 'The app is a public client, and may prove itself with nothing.',
    causes: ['A secret, certificate or assertion is given beside the grant of a user.'],
    fix: 'Remove the secret or certificate from the step, or turn public client flows off for the app.',
    who: 'you',
    waiting: 'no',
    source: errorCodes,
  },
  'certificate-unknown': {
    codes: [700027, 50012],
    meaning: 'The certificate is not registered for the app, or the signature made with it is not valid.',
    causes: [
      'The certificate was renewed, and the new one was not uploaded to the app.',
      'The certificate belongs to another app, or its registered copy has expired.',
    ],
    fix: "Upload the certificate to the app ('Certificates & secrets'), or use the one whose thumbprint is there.",
    who: 'app-owner',
    waiting: 'after-a-change',
    source: 'https://learn.microsoft.com/entra/identity-platform/certificate-credentials',
  },
  'certificate-subject': {
    codes: [700030],
    meaning: "The certificate's subject name is not one that the app trusts.",
    causes: [
      'The certificate is sent with its chain, and the app trusts another subject name, or none.',
      'The certificate comes from an authority of another cloud.',
    ],
    fix: "Register the certificate's subject name and authority for the app, or upload the certificate and do not send its chain.",
    who: 'app-owner',
    waiting: 'after-a-change',
    source: errorCodes,
  },
  'certificate-chain': {
    codes: [7000213],
    meaning: "The certificate's chain cannot be verified.",
    causes: ['A certificate between this one and its root is missing.'],
    fix: "Give the PEM or PFX with its whole chain, the app's certificate first.",
    who: 'you',
    waiting: 'no',
    source: 'https://github.com/AzureAD/microsoft-authentication-library-for-dotnet/issues/3909',
  },
  'certificate-ended': {
    codes: [1000502, 7000214],
    meaning: 'The certificate has expired, is not valid yet, or was revoked.',
    causes: ['The certificate was renewed, and the stored one is the old one.'],
    fix: 'Make a new certificate, upload it to the app and store it.',
    who: 'app-owner',
    waiting: 'no',
    source: 'https://github.com/AzureAD/microsoft-identity-web/issues/2834',
  },
} as const satisfies CatalogueSection;
