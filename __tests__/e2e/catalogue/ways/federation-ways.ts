import type { federation } from '../../../../packages/core/src/diagnosis/catalogue/federation.js';
import { jobIdentity, managedIdentity } from '../proofs.js';
import { refused, soon } from '../refused.js';
import type { Prepare, Way } from '../way.js';

/** Asked for again, as a new federated credential takes a while to be known. */
const jobIdentityAgain: Prepare = async (world, platform) => soon(await jobIdentity(world, platform));

/** An identity in place of a secret. */
export const federationWays: Readonly<Record<keyof typeof federation, Way>> = {
  'no-matching-credential': refused('no-matching-credential', jobIdentityAgain),
  'issuer-not-matching': refused('issuer-not-matching', jobIdentityAgain),
  'subject-not-matching': refused('subject-not-matching', jobIdentityAgain),
  'audience-not-expected': refused('audience-not-expected', jobIdentity),
  'subject-not-exact': refused('subject-not-exact', jobIdentity),
  'no-federated-credential': refused('no-federated-credential', jobIdentity),
  'federation-blocked': refused('federation-blocked', jobIdentity),
  'enterprise-not-trusted': refused('enterprise-not-trusted', jobIdentity),
  'entra-issuer-not-allowed': refused('entra-issuer-not-allowed', managedIdentity),
  'not-a-managed-identity': refused('not-a-managed-identity', jobIdentity),
  'managed-identity-of-another-tenant': refused('managed-identity-of-another-tenant', managedIdentity),
  'managed-identity-not-trusted': refused('managed-identity-not-trusted', managedIdentity),
  'user-as-assertion': refused('user-as-assertion', jobIdentity),
  'issuer-unreachable': refused('issuer-unreachable', jobIdentity),
  'issuer-keys': refused('issuer-keys', jobIdentity),
  'assertion-expired': refused('assertion-expired', jobIdentityAgain),
  'assertion-of-another-app': refused('assertion-of-another-app', jobIdentity),
  'assertion-for-another-tenant': refused('assertion-for-another-tenant', jobIdentity),
  'assertion-malformed': refused('assertion-malformed', jobIdentity, {
    50027: () => ({ secrets: { 'federated-token': 'this-is-no-token' } }),
  }),
};
