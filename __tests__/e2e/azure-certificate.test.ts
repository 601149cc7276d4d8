import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { app, inPipeline } from './pipeline.js';
import { runs } from './runs.js';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.end());

describe.each(runs)('Azure Pipelines on %s', (_name, run) => {
  test('a certificate in a secret variable, with `\\n` for its line ends, gets a token with one request', async () => {
    const secrets = { certificate: world.sample.certificatePem.replaceAll('\n', '\\n') };
    world.countRequests();
    await inPipeline(
      world,
      run,
      async ({ getToken, callApi }) => {
        const got = await getToken({ ...app(world), certificate: '$(certificate)' });
        expect(got.log).toContain('Got the token');
        expect(got.outcome).toBe('success');
        expect(world.countRequests()).toEqual({ issuer: 0, entra: 1 });
        expect((await callApi()).log).toContain('"name":"Anvil"');
      },
      { secrets },
    );
  });

  test('a certificate in a file gets a token, and its key stays unseen', async () => {
    await inPipeline(world, run, async ({ job, getToken, callApi }) => {
      const path = join(job.tempDir, 'app.pem');
      writeFileSync(path, world.sample.certificatePem);
      const got = await getToken({ ...app(world), certificatePath: path });
      expect(got.outcome).toBe('success');
      // The file's content is no secret of the job's; the step has made it one.
      expect((await job.step({ bash: `cat '${path}'` })).log).not.toContain(world.sample.privateKey.slice(60, 90));
      expect((await callApi()).log).toContain('"name":"Anvil"');
    });
  });
});
