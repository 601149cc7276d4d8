import type { CatalogueSection } from './entry.js';
import { errorCodes } from './entry.js';

const createTrust = 'https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust';
const exactMatching =
  'https://learn.microsoft.com/entra/identity-platform/reference-breaking-changes#federated-identity-credentials-now-use-case-sensitive-matching';
const azureDevOps = 'https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity';
const managedIdentity =
  'https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity';
const assertions = 'https://learn.microsoft.com/entra/identity-platform/certificate-credentials';

/** The job's own identity, or another issuer's token, in place of a secret. */
export const federation = {
  'no-matching-credential': {
    codes: [70021],
    meaning: 'No federated credential of the app matches this run.',
    causes: [
      'Issuer, subject or audience is another one than in the federated credential.',
      'The federated credential belongs to another app, or was made minutes ago.',
    ],
    fix: 'Add a federated credential with the issuer, subject and audience below; they are compared to the letter.',
    who: 'app-owner',
    waiting: 'after-a-change',
    presented: { shows: ['issuer', 'subject', 'audience'], register: true },
    source: createTrust,
  },
  'issuer-not-matching': {
    codes: [700211],
    meaning: 'No federated credential of the app has the issuer of this run.',
    causes: [
      'The federated credential was made for another platform or server, or for another form of the issuer.',
      'The federated credential belongs to another app, or was made minutes ago.',
    ],
    fix: 'Add a federated credential with the issuer, subject and audience below; they are compared to the letter.',
    who: 'app-owner',
    waiting: 'after-a-change',
    presented: { shows: ['issuer'], register: true },
    source: azureDevOps,
  },
  'subject-not-matching': {
    codes: [700213],
    meaning: 'No federated credential of the app has the subject of this run.',
    causes: [
      'The run is of another branch, tag, environment or pull request than the federated credential names.',
      'The repository was made, renamed or transferred after 2026-07-15, or has chosen so, and its subject holds ids.',
      'The federated credential belongs to another app, or was made minutes ago.',
    ],
    fix: 'Add a federated credential with the issuer, subject and audience below; they are compared to the letter.',
    who: 'app-owner',
    waiting: 'after-a-change',
    presented: { shows: ['subject', 'issuer'], register: true },
    source: 'https://learn.microsoft.com/entra/workload-id/workload-identities-github-immutable-subjects',
  },
  'audience-not-expected': {
    codes: [700212, 7002121],
    meaning: 'The audience of the presented identity is not the one the federated credential expects.',
    causes: [
      'The audience of another cloud is asked for.',
      'The federated credential was given an audience of its own.',
    ],
    fix: 'Change the audience of the federated credential to the one below, or on GitHub ask for the one it has with the input audience.',
    who: 'app-owner',
    waiting: 'after-a-change',
    presented: { shows: ['audience'], register: false },
    source: exactMatching,
  },
  'subject-not-exact': {
    codes: [7002138, 7002137],
    meaning:
      'The presented subject differs from that of the federated credential, perhaps only in small and capital letters.',
    causes: [
      'Owner, repository, branch or environment is written with other capital letters in the federated credential.',
    ],
    fix: 'Make the federated credential anew with exactly the subject below.',
    who: 'app-owner',
    waiting: 'after-a-change',
    presented: { shows: ['subject'], register: true },
    source: exactMatching,
  },
  'no-federated-credential': {
    codes: [70025],
    meaning: 'The app has no federated credential at all.',
    causes: [
      'The client id is that of another app.',
      'The secret or certificate that was to be used arrived empty, so that the job proved its own identity.',
    ],
    fix: 'Add a federated credential with the issuer, subject and audience below to the app.',
    who: 'app-owner',
    waiting: 'after-a-change',
    presented: { shows: ['issuer', 'subject', 'audience'], register: true },
    source: createTrust,
  },
  'federation-blocked': {
    codes: [700223, 700238],
    meaning: 'A policy of the tenant does not allow this app to trust this issuer.',
    causes: ['Federation is switched off in the tenant, or this issuer is not among those allowed.'],
    fix: 'Ask a tenant administrator to allow the issuer below for apps, or use a managed identity where that is allowed.',
    who: 'administrator',
    waiting: 'no',
    presented: { shows: ['issuer'], register: false },
    source: azureDevOps,
  },
  'enterprise-not-trusted': {
    codes: [7002381],
    meaning:
      'The tenant trusts GitHub only where the token names a certain enterprise, and this one names none or another.',
    causes: ['The repository is not in the enterprise that the tenant trusts, such as a personal one.'],
    fix: 'Run the workflow in a repository of that enterprise, or ask a tenant administrator to change the policy.',
    who: 'administrator',
    waiting: 'no',
    presented: { shows: ['issuer'], register: false },
    source: 'https://github.com/triton-lang/triton/issues/10680',
  },
  'entra-issuer-not-allowed': {
    codes: [70052],
    meaning: 'An app of several tenants may not trust a token that Entra issued.',
    causes: ["The app registration takes accounts of any tenant, and the federated credential's issuer is Entra."],
    fix: 'Use an app registration of a single tenant.',
    who: 'app-owner',
    waiting: 'no',
    source: azureDevOps,
  },
  'not-a-managed-identity': {
    codes: [700222, 700226, 700231],
    meaning: 'A token of Entra was presented as the assertion, and only that of a managed identity may be.',
    causes: [
      'The federated token is an access token of an app or of a user.',
      'The token was itself got by a federated credential, and such tokens cannot be chained.',
    ],
    fix: "Present the token of a user-assigned managed identity for this cloud's audience, or the token of another issuer.",
    who: 'you',
    waiting: 'no',
    source: managedIdentity,
  },
  'managed-identity-of-another-tenant': {
    codes: [700236],
    meaning: "The managed identity's token was issued in another tenant than the app's own.",
    causes: ['App and managed identity are in two tenants.'],
    fix: 'Use an app registration of the tenant the managed identity is in (for the resources of another tenant, one of several tenants).',
    who: 'app-owner',
    waiting: 'no',
    source: managedIdentity,
  },
  'managed-identity-not-trusted': {
    codes: [7000227, 7000226],
    meaning: 'No federated credential of the app matches the managed identity.',
    causes: ["The federated credential names the identity's client id where its object (principal) id belongs."],
    fix: 'Add a federated credential with the issuer, subject and audience below; they are compared to the letter.',
    who: 'app-owner',
    waiting: 'after-a-change',
    presented: { shows: ['issuer', 'subject', 'audience'], register: true },
    source: managedIdentity,
  },
  'user-as-assertion': {
    codes: [700229],
    meaning: "A user's token was presented as the assertion, and only that of an application may be.",
    causes: ['The federated token comes from a sign-in, as of the Azure CLI.'],
    fix: 'Present the token of a workload: of the job, of a managed identity, of Kubernetes.',
    who: 'you',
    waiting: 'no',
    source: errorCodes,
  },
  'issuer-unreachable': {
    codes: [50166, 501661, 90061],
    meaning: "Entra cannot read the issuer's keys.",
    causes: [
      'The issuer is a server within a company, such as GitHub Enterprise Server, which Entra cannot reach over the internet.',
      "The issuer's address in the token is not the one that publishes its keys.",
    ],
    fix: "Let the internet reach the issuer's /.well-known/openid-configuration and the keys it names, or give a certificate instead.",
    who: 'network',
    waiting: 'later',
    presented: { shows: ['issuer'], register: false },
    source: createTrust,
  },
  'issuer-keys': {
    codes: [7000272, 900612, 700221],
    meaning: 'What the issuer publishes does not fit the token it signed.',
    causes: [
      "The issuer's key was changed, and its published keys lack the new one.",
      'The issuer that it publishes differs from that of the token, perhaps by a slash at the end.',
    ],
    fix: "Have the issuer's owner make its /.well-known/openid-configuration and keys agree with the tokens it signs.",
    who: 'network',
    waiting: 'after-a-change',
    presented: { shows: ['issuer'], register: false },
    source: createTrust,
  },
  'assertion-expired': {
    codes: [700024],
    meaning: 'The client assertion is outside its validity.',
    causes: [
      'The clock of the machine that runs the job is wrong.',
      'The federated token was fetched long before this step.',
    ],
    fix: 'Check the clock of the machine that runs the job; if it is right, fetch the token right before this step.',
    who: 'you',
    waiting: 'no',
    source: azureDevOps,
  },
  'assertion-of-another-app': {
    codes: [700021, 50048],
    meaning: 'Issuer or subject of the client assertion is not the client id.',
    causes: ['The federated token was made for another app.'],
    fix: 'Correct the client id, or make the assertion for this one.',
    who: 'you',
    waiting: 'no',
    source: assertions,
  },
  'assertion-for-another-tenant': {
    codes: [700023],
    meaning: 'The client assertion is meant for another tenant, cloud or audience.',
    causes: [
      'The federated token has the audience of another service.',
      'Tenant or cloud is another one than it was made for.',
    ],
    fix: 'Correct tenant and cloud, or ask for the federated token with the audience of this cloud.',
    who: 'you',
    waiting: 'no',
    presented: { shows: ['audience'], register: false },
    source: assertions,
  },
  'assertion-malformed': {
    codes: [50027],
    meaning: 'The client assertion is no JWT that Entra can read.',
    causes: ['The federated token was cut off, is in quotes, or is no token.'],
    fix: "Give the issuer's token as it came, and nothing around it.",
    who: 'you',
    waiting: 'no',
    source: errorCodes,
  },
} as const satisfies CatalogueSection;
