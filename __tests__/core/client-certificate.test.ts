import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { type CertificateAndKey, createCertificate } from '@entra-token/emulator';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readClientCertificate } from '../../packages/core/src/credentials/client-certificate.js';

let own: CertificateAndKey;
let other: CertificateAndKey;
beforeAll(async () => {
  [own, other] = await Promise.all([
    createCertificate({ subject: 'CN=own' }),
    createCertificate({ subject: 'CN=other' }),
  ]);
});

describe('is read', () => {
  test.each([
    ['certificate first', () => `${own.certificate}\n${own.privateKey}`],
    ['key first', () => `${own.privateKey}\n${own.certificate}`],
    ['with `\\n` for line ends', () => `${own.certificate}\n${own.privateKey}`.replaceAll('\n', '\\n')],
    ['with Windows line ends', () => `${own.certificate}\n${own.privateKey}`.replaceAll('\n', '\r\n')],
    ['among other text', () => `Bag Attributes\n${own.certificate}\nsubject=own\n${own.privateKey}\n`],
    ['among other certificates', () => `${other.certificate}\n${own.certificate}\n${own.privateKey}`],
    [
      'with a PKCS#1 key',
      () => `${own.certificate}\n${createPrivateKey(own.privateKey).export({ type: 'pkcs1', format: 'pem' })}`,
    ],
  ])('%s', (_form, text) => {
    const read = readClientCertificate(text());
    if (typeof read === 'string') throw new Error(read);
    expect(read.thumbprintSha256).toBe(
      new X509Certificate(own.certificate).fingerprint256.replaceAll(':', '').toLowerCase(),
    );
    expect(createPrivateKey(read.privateKey).equals(createPrivateKey(own.privateKey))).toBe(true);
  });
});

describe('is refused with its reason', () => {
  const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const encrypted = () =>
    createPrivateKey(own.privateKey).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' });

  test.each([
    ['no PEM', () => 'thumbprint: 00ff', /^is no PEM/],
    ['no key', () => own.certificate, /^holds no private key/],
    ['no certificate', () => own.privateKey, /^holds no certificate/],
    ['a key of another certificate', () => own.certificate + other.privateKey, /do not belong together/],
    [
      'a key that is cut off',
      () => own.certificate + own.privateKey.replace(/\n[^\n]{64}\n/, '\n'),
      /key that cannot be read/,
    ],
    [
      'a certificate that is cut off',
      () => own.certificate.replace(/\n[^\n]{64}\n/, '\n') + own.privateKey,
      /certificate that cannot/,
    ],
    ['a key that is not RSA', () => own.certificate + elliptic.export({ type: 'pkcs8', format: 'pem' }), /not RSA/],
    ['an encrypted key', () => own.certificate + encrypted(), /encrypted private key/],
  ])('%s', (_form, text, reason) => {
    expect(readClientCertificate(text())).toEqual(expect.stringMatching(reason));
  });

  test('and the reason never repeats the text', () => {
    const read = readClientCertificate(`${own.privateKey}`);
    expect(read).not.toContain(own.privateKey.slice(40, 60));
  });
});
