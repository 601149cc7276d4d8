import { X509Certificate } from 'node:crypto';
import { createCertificate } from '@entra-token/emulator';
import { expect, test } from '@jest/globals';
import { readClientCertificate } from '../../../packages/core/src/credentials/certificate/read-client-certificate.js';

test('a certificate whose end is no date cannot be read, and does not count as valid for ever', async () => {
  const { certificate, privateKey } = await createCertificate({ subject: 'CN=app' });
  const der = Buffer.from(new X509Certificate(certificate).raw);
  // The second UTCTime of 13 characters (RFC 5280 section 4.1.2.5.1) is notAfter; its third and fourth digit are a month.
  const utcTime = Buffer.from([0x17, 0x0d]);
  const notAfter = der.indexOf(utcTime, der.indexOf(utcTime) + 2) + 2;
  der.write('99', notAfter + 2, 'latin1');
  const pem = `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;
  expect(await readClientCertificate(pem + privateKey, { password: undefined, now: new Date() })).toMatchObject({
    about: 'certificate',
    problem: expect.stringContaining('cannot be read'),
  });
});
