import type { CatalogueSection } from './entry.js';
import { errorCodes } from './entry.js';

const azureDevOps = 'https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity';
const nationalClouds = 'https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud';

/** Which app is meant, in which tenant, of which cloud. */
export const application = {
  'app-not-found': {
    codes: [700016, 700011],
    meaning: 'The application is not in this tenant.',
    causes: [
      'The client id or the tenant id is that of another app or tenant, or the two were swapped.',
      'The object id was taken in place of the application (client) id.',
      'The app is in another cloud, or is one of several tenants that was not added to this one.',
    ],
    fix: 'Compare client id and tenant id with the overview page of the app registration.',
    who: 'you',
    waiting: 'after-a-change',
    source: azureDevOps,
  },
  'client-id-malformed': {
    codes: [700038, 90112],
    meaning: 'The client id is no id of an application.',
    causes: ['A placeholder such as 00000000-0000-0000-0000-000000000000 was left in the file.'],
    fix: 'Set the client id to the application (client) id on the overview page of the app registration.',
    who: 'you',
    waiting: 'no',
    source: errorCodes,
  },
  'no-service-principal': {
    codes: [7000229, 7000217, 1001010],
    meaning: 'The app is registered, but has no service principal (enterprise application) in this tenant.',
    causes: ['The app comes from another tenant, or its service principal was deleted or never made.'],
    fix: 'Make the service principal, for example with: az ad sp create --id CLIENT_ID',
    who: 'administrator',
    waiting: 'after-a-change',
    source: 'https://learn.microsoft.com/entra/identity/enterprise-apps/create-service-principal-cross-tenant',
  },
  'app-disabled': {
    codes: [7000112, 70001],
    meaning: 'The app is disabled in this tenant.',
    causes: [
      "An administrator turned 'Enabled for users to sign in' off, or Microsoft disabled the app.",
      'For AADSTS70001, which Microsoft explains in two ways: the client id is not known in this tenant.',
    ],
    fix: "Ask an administrator whether that is intended, and else to enable it under 'Enterprise applications', 'Properties'.",
    who: 'administrator',
    waiting: 'after-a-change',
    source:
      'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts7000112-application-is-disabled',
  },
  'app-of-another-tenant': {
    codes: [650059],
    meaning: 'The app takes accounts of its own tenant only, and the token was asked of another.',
    causes: ['The tenant id is not that of the tenant the app is registered in.'],
    fix: "Set the tenant id to the app's own tenant, or have the app's owner let it serve several tenants.",
    who: 'you',
    waiting: 'no',
    source: errorCodes,
  },
  'tenant-not-found': {
    codes: [90002],
    meaning: 'The tenant does not exist in this cloud.',
    causes: ['The tenant id or its domain has a typing error.', 'The tenant is in another cloud.'],
    fix: 'Compare the tenant id with the overview page of the app registration, and the cloud with the portal you use.',
    who: 'you',
    waiting: 'no',
    source: errorCodes,
  },
  'tenant-malformed': {
    codes: [900023],
    meaning: 'The tenant is neither an id nor a domain name.',
    causes: ['A name or a placeholder stands where the id belongs.'],
    fix: 'Set the tenant id to the directory (tenant) id on the overview page of the app registration.',
    who: 'you',
    waiting: 'no',
    source: errorCodes,
  },
  'unknown-authority': {
    codes: [50049],
    meaning: 'The authority is not known.',
    causes: ['The authority host has a typing error, or is one of no cloud.'],
    fix: 'Correct the authority host, or leave it out and name the cloud.',
    who: 'you',
    waiting: 'no',
    source: nationalClouds,
  },
  'no-tenant': {
    codes: [50059, 50194, 9001023, 900191, 90019, 50128],
    meaning: 'An app gets its token from its own tenant, and none was named.',
    causes: ["The authority is 'common' or 'organizations', which stand for no single tenant."],
    fix: 'Set the tenant id to that of the tenant whose resources are wanted.',
    who: 'you',
    waiting: 'no',
    source: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow',
  },
  'wrong-cloud': {
    codes: [90038, 900382, 900432, 900439],
    meaning: 'The tenant or the app belongs to another cloud.',
    causes: [
      'The cloud is not set, or another one than the tenant is in.',
      'For a federated identity: some clouds do not take one that another cloud vouches for.',
    ],
    fix: "Set the cloud to the one the tenant is in: 'public', 'usgov' or 'china'.",
    who: 'you',
    waiting: 'no',
    source: nationalClouds,
  },
  'tenant-restricted': {
    codes: [500021, 500022],
    meaning: 'The network allows sign-ins to other tenants only.',
    causes: ['A proxy of the company adds tenant restrictions, and this tenant is not among those allowed.'],
    fix: 'Ask whoever runs the proxy to allow this tenant, or run the job in another network.',
    who: 'network',
    waiting: 'no',
    source: 'https://learn.microsoft.com/entra/identity/enterprise-apps/tenant-restrictions',
  },
} as const satisfies CatalogueSection;
