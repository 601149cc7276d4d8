import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { platforms } from './platforms.js';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.end());

describe.each(platforms)('%s', (_name, inJob, run) => {
  const app = () => ({ 'client-secret': world.sample.clientSecret });

  test('a token that is what was required passes, and the API is asked once', async () => {
    const { inventory, apiUrl } = world.sample;
    const inputs = {
      'require-audience': inventory.clientId,
      'require-roles': 'Items.Read',
      'min-lifetime': '600',
      'verify-url': apiUrl,
    };
    const before = world.emulator.api.requests.length;
    await inJob(world, run, { inputs, secrets: app() }, async ({ got }) => {
      expect(got.outcome).toBe('success');
      expect(world.emulator.api.requests.length - before).toBe(1);
    });
  });

  test.each([
    [
      { 'require-roles': 'Items.Read Items.Purge' },
      /lacks Items\.Purge\. Grant the app Items\.Purge of api:\/\/inventory/,
    ],
    [{ 'require-audience': 'api://other' }, /is for another audience/],
    [{ 'min-lifetime': '7200' }, /lives \d+ seconds more, and at least 7200/],
  ])('%j fails early, and publishes nothing', async (inputs, message) => {
    await inJob(world, run, { inputs, secrets: app() }, async ({ got }) => {
      expect(got.outcome).toBe('failure');
      expect(got.outputs).toEqual({});
      expect(got.annotations).toEqual([expect.objectContaining({ message: expect.stringMatching(message) })]);
    });
  });

  test('verify-url tells what is wrong at the API', async () => {
    const { appsUrl, redirectUrl, usersUrl, apiUrl } = world.sample;
    const { elsewhere, api, directory } = world.emulator;
    const said = async (inputs: Record<string, string>, message: RegExp) => {
      await inJob(world, run, { inputs, secrets: app() }, async ({ got }) => {
        expect(got.annotations).toEqual([expect.objectContaining({ message: expect.stringMatching(message) })]);
        expect(got.outputs).toEqual({});
      });
    };
    await said({ 'verify-url': appsUrl }, /expects another audience/);
    await said({ 'verify-url': usersUrl }, /expects another audience|does not accept/);

    const before = elsewhere.requests.length;
    await said({ 'verify-url': redirectUrl }, /redirects to .*; the token was not sent there/);
    expect(elsewhere.requests.length).toBe(before);

    const principal = directory.servicePrincipal(world.sample.tenant, world.sample.application);
    const assignments = principal.roleAssignments.splice(0);
    await said({ 'verify-url': apiUrl }, /does not permit the call; the token holds no role or scope/);
    principal.roleAssignments.push(...assignments);

    api.setRateLimit({ requests: 0, perSeconds: 60 });
    await said({ 'verify-url': apiUrl }, /limits how often/);
    api.setRateLimit(undefined);
  });

  test('the token is exported as a variable for the steps that follow', async () => {
    const inputs = { 'export-variable': 'INVENTORY_TOKEN' };
    await inJob(world, run, { inputs, secrets: app() }, async ({ got, output }) => {
      expect(got.outcome).toBe('success');
      expect(got.exportedEnv['INVENTORY_TOKEN']).toBe(output('access-token'));
    });
  });
});
