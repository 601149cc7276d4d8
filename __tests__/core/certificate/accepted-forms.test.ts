import { createPrivateKey, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readClientCertificate } from '../../../packages/core/src/credentials/certificate/read-client-certificate.js';
import { type OpensslFolder, opensslFolder } from './openssl.js';

const password = 's3cret';
let folder: OpensslFolder;
let certificate: string;
let key: string;

beforeAll(async () => {
  folder = await opensslFolder();
  await folder.run('req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -subj /CN=app -days 90');
  await Promise.all([
    folder.run('rsa -in key.pem -traditional -out pkcs1.pem'),
    folder.run(`pkcs8 -topk8 -in key.pem -out pkcs8-aes.pem -passout pass:${password}`),
    folder.run(`pkcs8 -topk8 -in key.pem -v1 PBE-SHA1-3DES -out pkcs8-3des.pem -passout pass:${password}`),
    folder.run(`rsa -in key.pem -traditional -aes256 -out pkcs1-aes.pem -passout pass:${password}`),
    folder.run(`rsa -in key.pem -traditional -des3 -out pkcs1-3des.pem -passout pass:${password}`),
    exportPfx('aes.pfx', password),
    exportPfx('empty-password.pfx', ''),
    exportPfx('umlaut.pfx', 'schlüssel'),
    exportPfx('no-mac.pfx', password, '-nomac'),
    exportPfx('unprotected.pfx', '', '-keypbe NONE -certpbe NONE -nomac'),
    exportPfx('sha512.pfx', password, '-keypbe AES-128-CBC -certpbe AES-128-CBC -macalg sha512'),
    exportPfx('rc2.pfx', password, '-legacy'),
    exportPfx('rc2-empty-password.pfx', '', '-legacy'),
    exportPfx('rc2-umlaut.pfx', 'schlüssel', '-legacy'),
    exportPfx('named.pfx', password, '-name app'),
  ]);
  await folder.run(`pkcs12 -in named.pfx -out bags.pem -nodes -passin pass:${password}`);
  [certificate, key] = await Promise.all([folder.text('cert.pem'), folder.text('key.pem')]);
});
afterAll(() => folder.remove());

function exportPfx(name: string, protection: string, options = '-macalg sha256') {
  return folder.run(`pkcs12 -export -inkey key.pem -in cert.pem -out ${name} -passout pass:${protection} ${options}`);
}

async function expectRead(content: string | Buffer, given?: string) {
  const read = await readClientCertificate(content, { password: given, now: new Date() });
  if ('problem' in read) throw new Error(`${read.about}: ${read.problem}`);
  const { fingerprint256, validTo } = new X509Certificate(certificate);
  expect({ ...read, privateKey: createPrivateKey(read.privateKey).equals(createPrivateKey(key)) }).toEqual({
    privateKey: true,
    thumbprintSha256: fingerprint256.replaceAll(':', '').toLowerCase(),
    chain: [certificate],
    notAfter: new Date(validTo),
  });
  expect(read.privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
}

describe('a PEM is read', () => {
  test.each([
    ['certificate first', () => certificate + key],
    ['key first', () => key + certificate],
    ['with literal `\\n` for line ends', () => (certificate + key).replaceAll('\n', '\\n')],
    ['with literal `\\r\\n` for line ends', () => (certificate + key).replaceAll('\n', '\\r\\n')],
    ['with Windows line ends', () => (certificate + key).replaceAll('\n', '\r\n')],
    ['with spaces for line ends', () => (certificate + key).replaceAll('\n', ' ')],
    ['indented', () => (certificate + key).replaceAll(/^/gm, '    ')],
    ['in base64', () => base64(certificate + key)],
    ['in base64 that is wrapped in lines', () => wrapped(base64(certificate + key))],
    ['with a byte-order mark', () => `\uFEFF${certificate}${key}`],
    ['as bytes', () => Buffer.from(certificate + key)],
    ['as bytes with a byte-order mark', () => Buffer.from(`\uFEFF${certificate}${key}`)],
    ['as UTF-16, as Windows PowerShell writes it', () => Buffer.from(`\uFEFF${certificate}${key}`, 'utf16le')],
    ['as UTF-16 with the high byte first', () => Buffer.from(`\uFEFF${certificate}${key}`, 'utf16le').swap16()],
    ['with the certificate twice', () => certificate + certificate + key],
  ])('%s', (_form, content) => expectRead(content()));

  test('with a PKCS#1 key', async () => expectRead(certificate + (await folder.text('pkcs1.pem'))));

  test('among what `openssl pkcs12` writes around its blocks', async () => {
    const bags = await folder.text('bags.pem');
    expect(bags).toContain('Bag Attributes');
    await expectRead(bags);
  });

  test.each(['pkcs8-aes.pem', 'pkcs8-3des.pem', 'pkcs1-aes.pem', 'pkcs1-3des.pem'])('encrypted: %s', async name => {
    const encrypted = await folder.text(name);
    expect(encrypted).toContain('ENCRYPTED');
    await expectRead(certificate + encrypted, password);
    await expectRead((encrypted + certificate).replaceAll('\n', ' '), password);
  });

  test('with a password that it does not need', () => expectRead(certificate + key, password));
});

describe('a PFX is read', () => {
  test.each([
    ['aes.pfx', password],
    ['sha512.pfx', password],
    ['no-mac.pfx', password],
    ['umlaut.pfx', 'schlüssel'],
    ['rc2.pfx', password],
    ['rc2-umlaut.pfx', 'schlüssel'],
    ['empty-password.pfx', undefined],
    ['empty-password.pfx', ''],
    ['empty-password.pfx', 'not needed'],
    ['rc2-empty-password.pfx', undefined],
    ['unprotected.pfx', undefined],
    ['unprotected.pfx', 'not needed'],
  ])('%s, with the password %p', async (name, given) => expectRead(await folder.bytes(name), given));

  test.each([
    ['in base64', (bytes: Buffer) => bytes.toString('base64')],
    ['in base64 that is wrapped in lines', (bytes: Buffer) => wrapped(bytes.toString('base64'))],
    ['in base64 with Windows line ends', (bytes: Buffer) => wrapped(bytes.toString('base64'), '\r\n')],
    ['in the base64 for addresses', (bytes: Buffer) => bytes.toString('base64url')],
    ['in base64, in a file', (bytes: Buffer) => Buffer.from(bytes.toString('base64'))],
    ['in base64, in a UTF-16 file', (bytes: Buffer) => Buffer.from(`\uFEFF${bytes.toString('base64')}\r\n`, 'utf16le')],
    [
      'as `certutil -encode` writes it',
      (bytes: Buffer) =>
        `-----BEGIN CERTIFICATE-----\n${wrapped(bytes.toString('base64'))}\n-----END CERTIFICATE-----\n`,
    ],
  ])('%s', async (_form, form) => expectRead(form(await folder.bytes('aes.pfx')), password));
});

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function wrapped(text: string, lineEnd = '\n'): string {
  return text.replaceAll(/.{76}/g, line => line + lineEnd);
}
