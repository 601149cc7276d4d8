import { createPublicKey, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readClientCertificate } from '../../../packages/core/src/credentials/certificate/read-client-certificate.js';
import { type OpensslFolder, opensslFolder } from './openssl.js';

let folder: OpensslFolder;
let pem: Record<'root' | 'issuing' | 'app' | 'key' | 'stranger' | 'ecRoot' | 'ecApp' | 'ecAppKey', string>;

beforeAll(async () => {
  folder = await opensslFolder();
  const make = (name: string, options: string) =>
    folder.run(`req -x509 -nodes -keyout ${name}.key -out ${name}.pem -days 90 ${options}`);
  const elliptic = '-newkey ec -pkeyopt ec_paramgen_curve:P-256';
  await Promise.all([
    make('root', '-newkey rsa:2048 -subj /CN=root'),
    // Of the same name, but with another key: only its signature tells it from the root.
    make('stranger', '-newkey rsa:2048 -subj /CN=root'),
    make('ec-root', `${elliptic} -subj /CN=ec-root`),
  ]);
  await Promise.all([
    make('issuing', '-newkey rsa:2048 -subj /CN=issuing -CA root.pem -CAkey root.key'),
    make('ec-app', '-newkey rsa:2048 -subj /CN=ec-app -CA ec-root.pem -CAkey ec-root.key'),
  ]);
  await make('app', '-newkey rsa:2048 -subj /CN=app -CA issuing.pem -CAkey issuing.key');
  const [root, issuing, app, key, stranger, ecRoot, ecApp, ecAppKey] = await Promise.all([
    folder.text('root.pem'),
    folder.text('issuing.pem'),
    folder.text('app.pem'),
    folder.text('app.key'),
    folder.text('stranger.pem'),
    folder.text('ec-root.pem'),
    folder.text('ec-app.pem'),
    folder.text('ec-app.key'),
  ]);
  pem = { root, issuing, app, key, stranger, ecRoot, ecApp, ecAppKey };
});
afterAll(() => folder.remove());

async function chainOf(content: string | Buffer, password?: string) {
  const read = await readClientCertificate(content, { password, now: new Date() });
  if ('problem' in read) throw new Error(read.problem);
  return read.chain;
}

describe('a chain', () => {
  test.each([
    ['is put in order', () => pem.root + pem.app + pem.key + pem.issuing],
    ['is found without what does not belong to it', () => pem.ecRoot + pem.root + pem.issuing + pem.key + pem.app],
    ['goes by signatures, not by names', () => pem.stranger + pem.root + pem.issuing + pem.app + pem.key],
    ['holds each certificate once', () => pem.root.repeat(2) + pem.issuing.repeat(2) + pem.app.repeat(2) + pem.key],
  ])('%s', async (_rule, content) => {
    expect(await chainOf(content())).toEqual([pem.app, pem.issuing, pem.root]);
  });

  test('ends where the next issuer is missing', async () => {
    expect(await chainOf(pem.root + pem.app + pem.key)).toEqual([pem.app]);
    expect(await chainOf(pem.key + pem.issuing + pem.app)).toEqual([pem.app, pem.issuing]);
  });

  test('comes out of a PFX in order, byte for byte', async () => {
    await folder.run('pkcs12 -export -inkey app.key -in app.pem -certfile root.pem -out short.pfx -passout pass:x');
    expect(await chainOf(await folder.bytes('short.pfx'), 'x')).toEqual([pem.app]);
    await folder.run(
      'pkcs12 -export -inkey app.key -in app.pem -CAfile root.pem -untrusted issuing.pem -chain -out whole.pfx -passout pass:x',
    );
    expect(await chainOf(await folder.bytes('whole.pfx'), 'x')).toEqual([pem.app, pem.issuing, pem.root]);
  });

  test('may be signed with an EC key', async () => {
    expect(await chainOf(pem.ecRoot + pem.ecApp + pem.ecAppKey)).toEqual([pem.ecApp, pem.ecRoot]);
    await folder.run(
      'pkcs12 -export -inkey ec-app.key -in ec-app.pem -certfile ec-root.pem -out ec.pfx -passout pass:x',
    );
    expect(await chainOf(await folder.bytes('ec.pfx'), 'x')).toEqual([pem.ecApp, pem.ecRoot]);
  });

  test('of authorities that certified each other has an end', async () => {
    // The root with the issuing authority as its issuer: both are the issuer of the other.
    await folder.run(
      'req -x509 -key root.key -out crossed.pem -days 90 -subj /CN=root -CA issuing.pem -CAkey issuing.key',
    );
    const crossed = await folder.text('crossed.pem');
    expect(createPublicKey(crossed).equals(new X509Certificate(pem.root).publicKey)).toBe(true);
    expect(await chainOf(pem.app + crossed + pem.key + pem.issuing)).toEqual([pem.app, pem.issuing, crossed]);
  });
});
