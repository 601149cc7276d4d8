import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { app, connection, inPipeline } from './pipeline.js';
import { runs } from './runs.js';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.end());

describe.each(runs)('Azure Pipelines on %s', (_name, run) => {
  test('a service connection with a certificate', async () => {
    const connections = [connection(world, 'certificate')];
    world.countRequests();
    await inPipeline(
      world,
      run,
      async ({ getToken, callApi }) => {
        const got = await getToken({ azureSubscription: 'production', authorityHost: '' });
        expect(got.outcome).toBe('success');
        expect(world.countRequests()).toEqual({ issuer: 0, entra: 1 });
        expect((await callApi()).log).toContain('"name":"Anvil"');
      },
      { connections },
    );
  });

  test("a service connection with the agent's managed identity", async () => {
    const { imds } = world.emulator.managedIdentity.environments;
    const onMachine = { ...world, machineEnv: { ...world.machineEnv, ...imds } };
    await inPipeline(
      onMachine,
      run,
      async ({ getToken, callApi }) => {
        const got = await getToken({ azureSubscription: 'production' });
        expect(got.outcome).toBe('success');
        expect((await callApi()).log).toContain('"name":"Anvil"');
      },
      { connections: [connection(world, 'managed-identity')] },
    );
  });

  test('an Azure DevOps service connection', async () => {
    const devOps = { ...connection(world, 'federated'), type: 'workloadidentityuser', data: {} };
    world.countRequests();
    await inPipeline(
      world,
      run,
      async ({ getToken, callApi }) => {
        const got = await getToken({ azureDevOpsServiceConnection: 'production' });
        expect(got.outcome).toBe('success');
        expect(world.countRequests()).toEqual({ issuer: 1, entra: 1 });
        expect((await callApi()).log).toContain('"name":"Anvil"');
      },
      { connections: [devOps] },
    );
  });

  test('a connection of Azure Stack says where its authority is', async () => {
    const data = { environment: 'AzureStack', environmentAuthorityUrl: `${world.emulator.entra.origin}/` };
    await inPipeline(
      world,
      run,
      async ({ getToken }) => {
        const got = await getToken({ azureSubscription: 'production', authorityHost: '' });
        expect(got.outcome).toBe('success');
      },
      { connections: [{ ...connection(world, 'key'), data }] },
    );
  });

  test('a connection in a sovereign cloud means the resources of that cloud', async () => {
    const data = { environment: 'AzureUSGovernment', activeDirectoryAuthority: world.emulator.entra.origin };
    await inPipeline(
      world,
      run,
      async ({ getToken }) => {
        const got = await getToken({ azureSubscription: 'production', scope: 'graph\narm' });
        // Broken to fit 80 columns.
        expect(got.log).toMatch(
          /for https:\/\/graph\.microsoft\.us\/\.default,\s+https:\/\/management\.usgovcloudapi\.net\/\.default$/m,
        );
      },
      { connections: [{ ...connection(world, 'key'), data }] },
    );
  });

  test('both kinds of connection at once are refused', async () => {
    await inPipeline(
      world,
      run,
      async ({ getToken }) => {
        const got = await getToken({ azureSubscription: 'production', azureDevOpsServiceConnection: 'production' });
        expect(got.annotations).toEqual([
          expect.objectContaining({
            message: expect.stringContaining('azureSubscription, azureDevOpsServiceConnection: both are given'),
          }),
        ]);
      },
      { connections: [connection(world, 'key')] },
    );
  });

  test('a certificate in a secure file is read without touching the disk', async () => {
    const file = { id: randomUUID(), name: 'app.pem', ticket: randomUUID() };
    world.emulator.azureDevOps.addSecureFile({ ...file, content: world.sample.certificatePem });
    await inPipeline(
      world,
      run,
      async ({ job, getToken, callApi }) => {
        const got = await getToken({ ...app(world), certificateSecureFile: 'app.pem' });
        expect(got.outcome).toBe('success');
        const found = await job.step({
          bash: `grep -rl 'PRIVATE KE[Y]' '${job.tempDir}' '${job.workspaceDir}' || echo none`,
        });
        expect(found.log).toMatch(/^none$/m);
        expect((await callApi()).log).toContain('"name":"Anvil"');
      },
      { secureFiles: [file] },
    );
  });

  test('a secure file that the server does not hand out', async () => {
    const file = { id: randomUUID(), name: 'app.pem', ticket: randomUUID() };
    await inPipeline(
      world,
      run,
      async ({ getToken }) => {
        const got = await getToken({ ...app(world), certificateSecureFile: 'app.pem' });
        expect(got.annotations).toEqual([
          expect.objectContaining({ message: expect.stringContaining('refused to hand out the secure file') }),
        ]);
      },
      { secureFiles: [file] },
    );
  });
});
