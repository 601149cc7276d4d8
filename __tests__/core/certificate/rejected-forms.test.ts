import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readClientCertificate } from '../../../packages/core/src/credentials/certificate/read-client-certificate.js';
import { type OpensslFolder, opensslFolder } from './openssl.js';

const password = 's3cret';
const dayMilliseconds = 24 * 60 * 60 * 1000;
const encryptedPem = 'encrypted.pem';
let folder: OpensslFolder;

beforeAll(async () => {
  folder = await opensslFolder();
  const make = (name: string, key: string) =>
    folder.run(`req -x509 -newkey ${key} -nodes -keyout ${name}.key -out ${name}.pem -subj /CN=${name} -days 90`);
  await Promise.all([
    make('app', 'rsa:2048'),
    make('other', 'rsa:2048'),
    make('short', 'rsa:1024'),
    make('elliptic', 'ec -pkeyopt ec_paramgen_curve:P-256'),
  ]);
  const pfx = (name: string, contents: string) =>
    folder.run(`pkcs12 -export -out ${name}.pfx -passout pass:${password} ${contents}`);
  await Promise.all([
    folder.run(`pkcs8 -topk8 -in app.key -out ${encryptedPem} -passout pass:${password}`),
    folder.run(`rsa -in app.key -traditional -aes256 -out traditional.pem -passout pass:${password}`),
    folder.run(
      `rsa -in app.key -traditional -des -out single-des.pem -passout pass:${password} -provider legacy -provider default`,
    ),
    pfx('app', '-inkey app.key -in app.pem'),
    pfx('rc2', '-inkey app.key -in app.pem -legacy'),
    pfx('rc4', '-inkey app.key -in app.pem -legacy -certpbe PBE-SHA1-RC4-128'),
    pfx('elliptic', '-inkey elliptic.key -in elliptic.pem'),
    pfx('no-key', '-nokeys -in app.pem'),
    pfx('no-certificate', '-nocerts -inkey app.key'),
  ]);
});
afterAll(() => folder.remove());

const text = (...names: string[]) => Promise.all(names.map(folder.text)).then(parts => parts.join(''));
const bytes = (name: string) => folder.bytes(name);
/** Takes the second line of a PEM's base64 away. */
const withoutALine = (pem: string) => pem.replace(/(\n[^\n]{64})\n[^\n]{64}\n/, '$1\n');

const unrecognised =
  'certificate: is neither a PEM nor a PFX. Store the certificate with its private key: a PEM as text, a PFX in base64.';
const cutOff = 'certificate: is a PEM that is cut off. Copy each block whole, from its -----BEGIN to its -----END.';
const noKey = 'certificate: holds no private key. Store the certificate together with its private key.';
const noCertificate = 'certificate: holds no certificate. Store the private key together with its certificate.';
const damagedCertificate = 'certificate: holds a certificate that cannot be read. Was it cut off when it was pasted?';
const damagedKey = 'certificate: holds a private key that cannot be read. Was it cut off when it was pasted?';
const damagedPfx = 'certificate: is a PFX that cannot be read. Was it cut off when it was stored?';
const missingPassword =
  'password: is missing, and the private key is encrypted. Give the password it was encrypted with.';
const wrongPassword = 'password: does not open the private key. Give the password it was encrypted with.';
const notRsa =
  'certificate: holds a key that is not RSA, and Entra accepts RSA only. Make a certificate with an RSA key.';

async function expectRefusal(content: string | Buffer, expected: string, given?: string, now = new Date()) {
  const read = await readClientCertificate(content, { password: given, now });
  if (!('problem' in read)) throw new Error('It was accepted.');
  expect(`${read.about}: ${read.problem}`).toBe(expected);
  // The sentence is one of ours; still, no eight characters of what was stored may be in it, frames of PEM aside.
  const stored = content.toString('latin1').replace(/-----[A-Z ]+-----/g, '');
  const runs = stored.match(/[\w+/=]{8}/g) ?? [];
  expect(runs.filter(run => read.problem.includes(run))).toEqual([]);
}

describe('a PEM is refused', () => {
  test.each<[string, () => Promise<string>, string]>([
    ['without a key', () => text('app.pem'), noKey],
    ['without a certificate', () => text('app.key'), noCertificate],
    [
      'with a key of another certificate',
      () => text('app.pem', 'other.key'),
      'certificate: holds a certificate and a private key that do not belong together. Store the key the certificate was made with.',
    ],
    ['with an EC key', () => text('elliptic.pem', 'elliptic.key'), notRsa],
    [
      'with an RSA key of 1024 bits',
      () => text('short.pem', 'short.key'),
      'certificate: holds an RSA key of 1024 bits, and Entra accepts 2048 or more. Make one with a longer key.',
    ],
    ['with an encrypted key and no password', () => text('app.pem', encryptedPem), missingPassword],
    ['with a traditionally encrypted key and no password', () => text('app.pem', 'traditional.pem'), missingPassword],
    ['that ends early', async () => (await text('app.key', 'app.pem')).slice(0, -100), cutOff],
    ['that ends within its last line', async () => (await text('app.key', 'app.pem')).slice(0, -20), cutOff],
    ['that starts late', async () => (await text('app.key', 'app.pem')).slice(100), cutOff],
    ['whose key lost its end', async () => (await text('app.key')).slice(0, -100) + (await text('app.pem')), cutOff],
    [
      'with a hole in its certificate',
      async () => withoutALine(await text('app.pem')) + (await text('app.key')),
      damagedCertificate,
    ],
    ['with a hole in its key', async () => (await text('app.pem')) + withoutALine(await text('app.key')), damagedKey],
    [
      'with a hole in its encrypted key',
      async () => (await text('app.pem')) + withoutALine(await text(encryptedPem)),
      damagedKey,
    ],
    ['with what is no base64', async () => `${await text('app.key')}${frame('not base64!')}`, damagedCertificate],
    ['that is empty', async () => frame(''), damagedCertificate],
    ['with other blocks only', async () => frame('AAAA').replaceAll('CERTIFICATE', 'CERTIFICATE REQUEST'), noKey],
  ])('%s', async (_form, content, expected) => expectRefusal(await content(), expected));

  test.each([encryptedPem, 'traditional.pem'])('with the wrong password: %s', async name => {
    const pem = await text('app.pem', name);
    await expectRefusal(pem, wrongPassword, 'S3cret');
    await expectRefusal(pem, wrongPassword, '');
  });

  test('with an encryption that Node no longer knows', async () => {
    const expected =
      'certificate: holds a private key in an outdated encryption. Encrypt it anew: openssl pkcs8 -topk8 -v2 aes-256-cbc';
    await expectRefusal(await text('app.pem', 'single-des.pem'), expected, password);
  });
});

describe('a PFX is refused', () => {
  test.each([
    ['app.pfx', undefined, missingPassword],
    ['app.pfx', 'S3cret', wrongPassword],
    ['app.pfx', '', wrongPassword],
    ['rc2.pfx', undefined, missingPassword],
    ['rc2.pfx', 'S3cret', wrongPassword],
    ['no-key.pfx', password, noKey],
    ['no-certificate.pfx', password, noCertificate],
    ['elliptic.pfx', password, notRsa],
    [
      'rc4.pfx',
      password,
      'certificate: is a PFX in an encryption that cannot be read here. Export it anew, with AES-256.',
    ],
  ])('%s with the password %p', async (name, given, expected) => expectRefusal(await bytes(name), expected, given));

  test('that is cut off', async () => {
    const whole = await bytes('app.pfx');
    await expectRefusal(whole.subarray(0, 1000), damagedPfx, password);
    await expectRefusal(whole.toString('base64').slice(0, 1000), damagedPfx, password);
    await expectRefusal(whole.subarray(0, 12), damagedPfx, password);
  });

  test('with more behind it', async () =>
    expectRefusal(Buffer.concat([await bytes('app.pfx'), Buffer.from('more')]), damagedPfx, password));
});

describe('what is neither is refused', () => {
  test.each([
    ['nothing', ''],
    ['a thumbprint', 'AB:CD:EF:01:23:45:67:89'],
    ['some text', 'correct horse battery staple'],
    ['base64 of something else', Buffer.from('correct horse battery staple').toString('base64')],
    ['a path', 'C:\\new\\app.pem'],
    ['binary data', Buffer.from([0x30, 0x03, 0x02, 0x01, 0x03])],
  ])('%s', (_form, content) => expectRefusal(content, unrecognised));

  test('a certificate in DER', async () => {
    const der = new X509Certificate(await text('app.pem')).raw;
    await expectRefusal(der, unrecognised);
    await expectRefusal(der.toString('base64'), unrecognised);
  });
});

describe('a certificate is refused outside its time', () => {
  const minute = (date: Date) => `${date.toISOString().slice(0, 10)} ${date.toISOString().slice(11, 16)} UTC`;

  test('before', async () => {
    const pem = await text('app.pem', 'app.key');
    const notBefore = new Date(new X509Certificate(pem).validFrom);
    const expected = `certificate: is valid only from ${minute(notBefore)} on. Wait until then, or make one that is valid now.`;
    await expectRefusal(pem, expected, undefined, new Date(notBefore.getTime() - 1));
  });

  test('after', async () => {
    const pem = await text('app.pem', 'app.key');
    const notAfter = new Date(new X509Certificate(pem).validTo);
    const expected = `certificate: expired on ${minute(notAfter)}. Make a new one, and register it with the app.`;
    await expectRefusal(pem, expected, undefined, new Date(notAfter.getTime() + dayMilliseconds));
  });
});

function frame(body: string): string {
  return `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
}
