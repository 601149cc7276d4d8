import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';
import { type OpensslFolder, opensslFolder } from '../core/certificate/openssl.js';
import { createFolder } from '../folder.js';
import { type Given, platforms } from './platforms.js';
import { startWorld, type World } from './world.js';

let world: World;
let openssl: OpensslFolder;
const folder = createFolder();
beforeAll(async () => {
  world = await startWorld();
  openssl = await opensslFolder();
  await openssl.run('req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -subj /CN=app -days 20');
  await openssl.run('pkcs8 -topk8 -in key.pem -out locked.pem -v2 aes-256-cbc -passout pass:Pa55w0rd');
  await openssl.run('pkcs12 -export -inkey key.pem -in cert.pem -out new.pfx -passout pass:Pa55w0rd');
  await openssl.run('pkcs12 -export -legacy -inkey key.pem -in cert.pem -out old.pfx -passout pass:Pa55w0rd');
  world.sample.application.certificates.push(await openssl.text('cert.pem'));
});
afterAll(async () => {
  await openssl.remove();
  folder.remove();
  await world.end();
});

/** Each form, as a pipeline holds it. A file is written anew for each test, which has a folder of its own. */
const forms: readonly (readonly [string, () => Promise<Given>])[] = [
  [
    'an encrypted PEM',
    async () => {
      const pem = (await openssl.text('cert.pem')) + (await openssl.text('locked.pem'));
      return { secrets: { certificate: pem.replaceAll('\n', '\\n'), 'certificate-password': 'Pa55w0rd' } };
    },
  ],
  [
    'the base64 of a PFX',
    async () => ({
      secrets: { certificate: (await openssl.bytes('new.pfx')).toString('base64'), 'certificate-password': 'Pa55w0rd' },
    }),
  ],
  [
    'a PFX file with the encryption of old',
    async () => {
      const path = join(folder.path, 'old.pfx');
      writeFileSync(path, await openssl.bytes('old.pfx'));
      return { inputs: { 'certificate-path': path }, secrets: { 'certificate-password': 'Pa55w0rd' } };
    },
  ],
];

describe.each(platforms)('%s', (_name, inJob, run) => {
  test.each(forms)('%s gets a token, and its near end is told', async (_form, given) => {
    await inJob(world, run, await given(), async ({ got, callApi }) => {
      expect(got.outcome).toBe('success');
      expect(got.annotations).toEqual([
        expect.objectContaining({
          level: 'warning',
          message: expect.stringMatching(/^The certificate expires on \d{4}-/),
        }),
      ]);
      expect((await callApi()).log).toContain('"name":"Anvil"');
    });
  });

  test('a wrong password is told as such, before anything is sent', async () => {
    const certificate = (await openssl.bytes('new.pfx')).toString('base64');
    world.countRequests();
    await inJob(world, run, { secrets: { certificate, 'certificate-password': 'wr0ngwr0ng' } }, async ({ got }) => {
      expect(got.annotations).toEqual([
        expect.objectContaining({ level: 'error', message: expect.stringMatching(/certificate-?[pP]assword: /) }),
      ]);
      expect(world.countRequests()).toEqual({ issuer: 0, entra: 0 });
    });
  });

  test.each([
    ['true', 1],
    ['false', 0],
  ])('the chain is sent along when asked for (%s)', async (send, certificates) => {
    const given = {
      inputs: { 'send-certificate-chain': send },
      secrets: { certificate: world.sample.certificatePem.replaceAll('\n', '\\n') },
    };
    await inJob(world, run, given, async ({ got }) => {
      expect(got.outcome).toBe('success');
      const assertion = world.emulator.entra.requests.at(-1)?.form['client_assertion'] ?? '';
      expect(decodeProtectedHeader(assertion).x5c ?? []).toHaveLength(certificates);
    });
  });
});
