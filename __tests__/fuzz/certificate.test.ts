import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readClientCertificate } from '../../packages/core/src/credentials/certificate/read-client-certificate.js';
import { type OpensslFolder, opensslFolder } from '../core/certificate/openssl.js';
import { damaged, damages } from './damage.js';
import { fuzzRuns } from './fuzz-runs.js';
import { secrets } from './secrets.js';

const password = 's3cret';
const now = new Date();
let folder: OpensslFolder;
let certificate: Buffer;
let plainKey: Buffer;
let encryptedKey: Buffer;
let pfx: Buffer;

beforeAll(async () => {
  folder = await opensslFolder();
  await folder.run('req -x509 -newkey rsa:2048 -nodes -keyout app.key -out app.pem -subj /CN=app -days 90');
  // One round of key derivation: a case is to take a millisecond.
  await folder.run(`pkcs8 -topk8 -in app.key -out encrypted.pem -iter 1 -passout pass:${password}`);
  await folder.run(`pkcs12 -export -iter 1 -out app.pfx -inkey app.key -in app.pem -passout pass:${password}`);
  [certificate, plainKey, encryptedKey] = [
    derOf(await folder.text('app.pem')),
    derOf(await folder.text('app.key')),
    derOf(await folder.text('encrypted.pem')),
  ];
  pfx = await folder.bytes('app.pfx');
});
afterAll(() => folder.remove());

const derOf = (pem: string) => Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
const pemOf = (label: string, der: Buffer) =>
  `-----BEGIN ${label}-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`;

/** Every sentence that was ever said, with the numbers and times in it left out. */
const sentences = new Set<string>();

/** Reads a certificate, and expects of a problem that it shows nothing of what was read. */
async function read(content: string | Buffer, given: string | undefined): Promise<void> {
  const found = await readClientCertificate(content, { password: given, now });
  if (!('problem' in found)) return;
  sentences.add(found.problem.replace(/\d+/g, '0'));
  // Runs that no sentence of ours has: with a capital or a digit within.
  const runs = content.toString('latin1').match(/[\w+/=]{8}/g) ?? [];
  expect(runs.filter(run => /.[A-Z0-9]/.test(run) && found.problem.includes(run))).toEqual([]);
  if (given !== undefined && given.length > 3) expect(found.problem.split(/\W+/)).not.toContain(given);
}

const passwords = fc.constantFrom(undefined, password, '', 'S3cret', 'pässwörd', '\0');

describe('the certificate reader never throws, and shows nothing of', () => {
  test('texts', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(secrets, fc.base64String()), passwords, read), fuzzRuns());
  });

  test('bytes', async () => {
    const bytes = fc.uint8Array({ maxLength: 200, size: 'max' }).map(Buffer.from);
    // A beginning that is taken for that of a PFX.
    const start = fc
      .constantFrom('', '3082ff00020103', '30820100020103', '3080020103')
      .map(hex => Buffer.from(hex, 'hex'));
    const contents = fc.tuple(start, bytes).map(parts => Buffer.concat(parts));
    await fc.assert(fc.asyncProperty(contents, passwords, read), fuzzRuns());
  });

  test('a damaged certificate', async () => {
    await fc.assert(
      fc.asyncProperty(damages, edits =>
        read(pemOf('CERTIFICATE', damaged(certificate, edits)) + pemOf('PRIVATE KEY', plainKey), undefined),
      ),
      fuzzRuns(),
    );
  });

  test('a damaged key', async () => {
    const kinds = fc.constantFrom('PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'ENCRYPTED PRIVATE KEY');
    await fc.assert(
      fc.asyncProperty(damages, kinds, passwords, (edits, kind, given) => {
        const key = kind === 'ENCRYPTED PRIVATE KEY' ? encryptedKey : plainKey;
        return read(pemOf('CERTIFICATE', certificate) + pemOf(kind, damaged(key, edits)), given);
      }),
      fuzzRuns(),
    );
  });

  test('a damaged PEM', async () => {
    await fc.assert(
      fc.asyncProperty(damages, fc.boolean(), passwords, (edits, asBytes, given) => {
        const pem = damaged(Buffer.from(pemOf('CERTIFICATE', certificate) + pemOf('PRIVATE KEY', plainKey)), edits);
        return read(asBytes ? pem : pem.toString(), given);
      }),
      fuzzRuns(),
    );
  });

  test('a damaged PFX', async () => {
    await fc.assert(
      fc.asyncProperty(damages, passwords, fc.boolean(), (edits, given, asText) => {
        const content = damaged(pfx, edits);
        return read(asText ? content.toString('base64') : content, given);
      }),
      fuzzRuns(),
    );
  });

  test('all of these, in a few sentences of its own', () => {
    expect([...sentences].length).toBeGreaterThan(3);
    expect([...sentences].length).toBeLessThan(20);
  });
});
