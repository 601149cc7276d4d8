import type { Prepare } from './way.js';

/** The app's client secret. */
export const clientSecret: Prepare = ({ sample }) => ({ secrets: { 'client-secret': sample.clientSecret } });

/** The app's certificate, as a pipeline holds it on one line. */
export const certificate: Prepare = ({ sample }) => ({
  secrets: { certificate: sample.certificatePem.replaceAll('\n', '\\n') },
});

/** The job's own identity. */
export const jobIdentity: Prepare = ({ emulator, sample }, platform) => {
  const name = platform === 'github-actions' ? 'github' : 'pipeline';
  const trusted = sample.application.federatedCredentials.find(credential => credential.name === name);
  if (!trusted) throw new Error(`The sample's app trusts no ${name} of ${emulator.entra.origin}`);
  return { presented: trusted };
};

/** A managed identity of the machine, which vouches for the app. */
export const managedIdentity: Prepare = ({ emulator, sample }) => {
  const { application, servicePrincipal } = sample.managedIdentities.userAssigned;
  return {
    inputs: { 'managed-identity-client-id': application.clientId },
    machine: emulator.managedIdentity.environments.imds,
    presented: { issuer: `${emulator.entra.origin}/${sample.tenantId}/v2.0`, subject: servicePrincipal.objectId },
  };
};

/** A user's name and password. */
export const password: Prepare = ({ sample }) => ({
  inputs: { 'client-id': sample.publicClientId, username: sample.user.userPrincipalName, scope: 'graph' },
  secrets: { password: sample.user.password },
});

/** A refresh token of a user. */
export const refreshToken: Prepare = ({ emulator, sample }) => ({
  inputs: { 'client-id': sample.publicClientId, scope: 'graph' },
  secrets: { 'refresh-token': emulator.entra.issueRefreshToken({ client: sample.publicClient, user: sample.user }) },
});

/** A user who signs in elsewhere. */
export const deviceCode: Prepare = ({ sample }) => ({
  inputs: { credential: 'device-code', 'client-id': sample.publicClientId, scope: 'graph' },
});

/** The token with which a user called the app. */
export const onBehalfOf: Prepare = ({ sample }) => ({
  inputs: { 'client-id': sample.middleTierClientId },
  secrets: { 'user-assertion': 'eyJhbGciOiJub25lIn0.e30.c2lnbmF0dXJl', 'client-secret': sample.middleTierSecret },
});
