import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inPipeline } from './pipeline.js';
import { platforms } from './platforms.js';
import { inWorkflow } from './workflow.js';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld({ deviceCode: { interval: 0.1 } });
});
afterAll(() => world.end());

/** Does something with the next device code as soon as there is one. */
async function withNextCode(act: (userCode: string) => void): Promise<string> {
  const { deviceCodes } = world.emulator.entra;
  const known = new Set(deviceCodes.userCodes);
  while (true) {
    const code = deviceCodes.userCodes.find(each => !known.has(each));
    if (code !== undefined) {
      act(code);
      return code;
    }
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}

describe.each(platforms)('%s', (_name, inJob, run) => {
  test('a device code is shown, and gets tokens for several APIs once the user has signed in', async () => {
    const { emulator, sample } = world;
    const given = {
      inputs: {
        credential: 'device-code',
        'client-id': sample.publicClientId,
        scope: 'me=graph\napi://inventory/Items.Read',
      },
    };
    const approved = withNextCode(code => emulator.entra.deviceCodes.approve(code, sample.user));
    await inJob(world, run, given, async ({ got, output, callApi }) => {
      const code = await approved;
      expect(got.outcome).toBe('success');
      expect(got.log).toContain(code);
      expect(got.summary).toContain(code);
      expect(output('refresh-token')).toBeDefined();
      expect((await callApi(sample.meUrl)).log).toContain('Megan Bowen');
    });
  });

  test('a user who declines ends the step', async () => {
    const { emulator, sample } = world;
    const given = { inputs: { credential: 'device-code', 'client-id': sample.publicClientId, scope: 'graph' } };
    const declined = withNextCode(code => emulator.entra.deviceCodes.decline(code));
    await inJob(world, run, given, async ({ got }) => {
      await declined;
      expect(got.outcome).toBe('failure');
      expect(got.log).toContain('authorization_declined');
    });
  });

  test('a code that expires ends the step', async () => {
    const { emulator, sample } = world;
    const given = { inputs: { credential: 'device-code', 'client-id': sample.publicClientId, scope: 'graph' } };
    const expired = withNextCode(code => emulator.entra.deviceCodes.expire(code));
    await inJob(world, run, given, async ({ got }) => {
      await expired;
      expect(got.annotations).toEqual([
        expect.objectContaining({
          message: expect.stringContaining('Nobody signed in before the device code expired'),
        }),
      ]);
    });
  });

  test("the step's own deadline ends it", async () => {
    const { sample } = world;
    const inputs = { credential: 'device-code', 'client-id': sample.publicClientId, scope: 'graph', timeout: '2' };
    await inJob(world, run, { inputs }, async ({ got }) => {
      expect(got.annotations).toEqual([
        expect.objectContaining({ message: expect.stringContaining('before the step ran out of time') }),
      ]);
    });
  });
});

describe('a cancelled job ends it within a second', () => {
  /** Cancels as soon as there is a code; says when that was. */
  function cancelWithNextCode() {
    const cancel = new AbortController();
    let cancelledAt = 0;
    const shown = withNextCode(() => {
      cancelledAt = performance.now();
      cancel.abort();
    });
    const secondsSince = async () => {
      await shown;
      return (performance.now() - cancelledAt) / 1000;
    };
    return { signal: cancel.signal, secondsSince };
  }

  test('on GitHub Actions', async () => {
    const { signal, secondsSince } = cancelWithNextCode();
    await inWorkflow(world, { node: 'n24', debug: false }, async ({ getToken }) => {
      const inputs = { credential: 'device-code', 'client-id': world.sample.publicClientId, scope: 'graph' };
      expect((await getToken(inputs, signal)).outcome).toBe('cancelled');
      expect(await secondsSince()).toBeLessThan(1);
    });
  });

  test('on Azure Pipelines', async () => {
    const { signal, secondsSince } = cancelWithNextCode();
    await inPipeline(world, { node: 'n24', debug: false }, async ({ job }) => {
      const inputs = {
        credential: 'device-code',
        authorityHost: world.emulator.entra.origin,
        tenantId: world.sample.tenantId,
        clientId: world.sample.publicClientId,
        scope: 'graph',
      };
      expect((await job.step({ task: 'EntraToken@1', inputs }, { signal })).outcome).toBe('cancelled');
      expect(await secondsSince()).toBeLessThan(1);
    });
  });
});
