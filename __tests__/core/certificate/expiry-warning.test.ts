import { expect, test } from '@jest/globals';
import { expiryWarning } from '../../../packages/core/src/credentials/certificate/validity.js';

const notAfter = new Date('2026-12-31T23:30:00Z');
const certificate = { privateKey: '', thumbprintSha256: '', chain: [], notAfter };

test('warns in the last 30 days of a certificate', () => {
  expect(expiryWarning(certificate, new Date('2026-12-01T23:29:59Z'))).toBe(undefined);
  expect(expiryWarning(certificate, new Date('2026-12-01T23:30:00Z'))).toBe(
    'The certificate expires on 2026-12-31. Make a new one, and register it with the app before then.',
  );
});
