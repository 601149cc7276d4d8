import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { platforms } from './platforms.js';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.end());

/** What the request for the token went to, below the origin. */
function lastPath(): string | undefined {
  return world.emulator.entra.requests.at(-1)?.path;
}

describe.each(platforms)('%s', (_name, inJob, run) => {
  test('AD FS has no tenant, and client ids of any form', async () => {
    const { directory, entra } = world.emulator;
    const secrets = { 'client-secret': 'the-secret-of-the-build-agent' };
    const api = directory.addApplication(directory.adfs, { identifierUris: ['api://ledger'] });
    const client = directory.addApplication(directory.adfs, {
      clientId: `build agent ${api.clientId}`,
      secrets: [{ value: secrets['client-secret'] }],
    });
    const inputs = {
      'authority-host': `${entra.origin}/adfs`,
      'tenant-id': '',
      'client-id': client.clientId,
      scope: 'api://ledger',
    };
    world.countRequests();
    await inJob(world, run, { inputs, secrets }, async ({ got }) => {
      expect(got.outcome).toBe('success');
      expect(lastPath()).toBe('/adfs/oauth2/token');
      expect(world.countRequests()).toEqual({ issuer: 0, entra: 1 });
    });
    directory.adfs.servicePrincipals.splice(0);
  });

  test('B2C has its tenant and policy in the address', async () => {
    const { sample, emulator } = world;
    if (!sample.tenant.policies.includes('b2c_1_ci')) sample.tenant.policies.push('b2c_1_ci');
    const inputs = { 'authority-host': `${emulator.entra.origin}/${sample.domain}/B2C_1_ci`, 'tenant-id': '' };
    world.countRequests();
    await inJob(world, run, { inputs, secrets: { 'client-secret': sample.clientSecret } }, async ({ got }) => {
      expect(got.outcome).toBe('success');
      expect(lastPath()).toBe(`/${sample.domain}/B2C_1_ci/oauth2/v2.0/token`);
      expect(world.countRequests()).toEqual({ issuer: 0, entra: 1 });
    });
  });

  test('an external tenant is a host of its own', async () => {
    const { sample } = world;
    world.countRequests();
    await inJob(world, run, { secrets: { 'client-secret': sample.clientSecret } }, async ({ got }) => {
      expect(got.outcome).toBe('success');
      expect(lastPath()).toBe(`/${sample.tenantId}/oauth2/v2.0/token`);
      expect(world.countRequests()).toEqual({ issuer: 0, entra: 1 });
    });
  });
});
