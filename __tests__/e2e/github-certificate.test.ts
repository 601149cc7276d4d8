import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runs } from './runs.js';
import { inWorkflow } from './workflow.js';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.end());

describe.each(runs)('GitHub Actions on %s', (_name, run) => {
  test.each([
    ['as it is', (pem: string) => pem],
    ['with `\\n` for its line ends', (pem: string) => pem.replaceAll('\n', '\\n')],
    ['with Windows line ends', (pem: string) => pem.replaceAll('\n', '\r\n')],
  ])('a certificate %s gets a token with one request, and the API takes it', async (_form, write) => {
    const secrets = { CERTIFICATE: write(world.sample.certificatePem) };
    world.countRequests();
    await inWorkflow(
      world,
      run,
      async ({ getToken, callApi }) => {
        const got = await getToken({ certificate: '${{ secrets.CERTIFICATE }}' });
        expect(got.log).toContain('Got the token');
        expect(got.outcome).toBe('success');
        expect(world.countRequests()).toEqual({ issuer: 0, entra: 1 });
        expect((await callApi()).log).toContain('"name":"Anvil"');
      },
      { secrets },
    );
  });

  test('a certificate in a file gets a token, and its key stays unseen', async () => {
    await inWorkflow(world, run, async ({ job, getToken, callApi }) => {
      const path = join(job.tempDir, 'app.pem');
      writeFileSync(path, world.sample.certificatePem);
      const got = await getToken({ 'certificate-path': path });
      expect(got.outcome).toBe('success');
      // The file's content is no secret of the job's; the step has made it one.
      expect((await job.step({ run: `cat '${path}'` })).log).not.toContain(world.sample.privateKey.slice(60, 90));
      expect((await callApi()).log).toContain('"name":"Anvil"');
    });
  });
});
