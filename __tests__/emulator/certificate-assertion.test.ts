import { type CertificateAndKey, createCertificate } from '@entra-token/emulator';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { type AssertionChanges, signAssertion, thumbprintOf } from './certificate-assertion.js';
import { useEmulator } from './running-emulator.js';
import { claimsOf, refusalOf, requestTokenWith } from './token-request.js';

const running = useEmulator();
let stranger: CertificateAndKey;
beforeAll(async () => {
  stranger = await createCertificate({ subject: 'CN=stranger' });
});

describe('an assertion that the client signed is accepted', () => {
  test.each<[string, () => AssertionChanges]>([
    ['PS256 with x5t#S256', () => ({})],
    ['RS256 with x5t#S256', () => ({ header: { alg: 'RS256' } })],
    ['RS256 with x5t', () => withSha1('RS256', '')],
    ['x5t with padding', () => withSha1('PS256', '=')],
    ['the issuer as audience', () => ({ claims: { aud: `${base()}/v2.0` } })],
    ["the tenant's domain in the audience", () => ({ claims: { aud: withDomain() } })],
    ['expired, within the clock skew', () => ({ claims: { exp: seconds() - 290 } })],
  ])('%s', async (_name, changes) => {
    const answer = await requestTokenWith(running(), await signAssertion(running(), changes()));
    expect(answer.status).toBe(200);
    expect(claimsOf(answer)).toMatchObject({ azpacr: '2' });
  });
});

describe('an assertion is refused', () => {
  test.each<[string, number, () => AssertionChanges]>([
    ['with a certificate that is not registered', 700027, () => ({ certificate: stranger })],
    ['that names no certificate', 700027, () => ({ without: ['x5t#S256'] })],
    ['with another key than its certificate names', 700027, forged],
    ['with another issuer', 700021, () => ({ claims: { iss: crypto.randomUUID() } })],
    ['with another subject', 700021, () => ({ claims: { sub: crypto.randomUUID() } })],
    ['for another audience', 700023, () => ({ claims: { aud: 'https://login.microsoftonline.com/common/v2.0' } })],
    ['without an audience', 700023, () => ({ without: ['aud'] })],
    ['that has expired', 700024, () => ({ claims: { exp: seconds() - 310 } })],
    ['that is not valid yet', 700024, () => ({ claims: { nbf: seconds() + 310, exp: seconds() + 900 } })],
    ['without an expiry', 700024, () => ({ without: ['exp'] })],
    ['signed with RS512', 5002738, () => ({ header: { alg: 'RS512' } })],
  ])('%s', async (_name, code, changes) => {
    const answer = await requestTokenWith(running(), await signAssertion(running(), changes()));
    expect(refusalOf(answer)).toEqual({ status: 401, error: 'invalid_client', codes: [code] });
  });

  test('unsigned', async () => {
    const { clientId } = running().sample;
    const unsigned = new UnsecuredJWT({ aud: `${base()}/v2.0`, iss: clientId, sub: clientId, exp: seconds() + 60 });
    expect(refusalOf(await requestTokenWith(running(), unsigned.encode()))).toMatchObject({ codes: [5002738] });
  });

  test('signed with a secret, even that of the client or its certificate', async () => {
    const { clientId, clientSecret, certificate } = running().sample;
    for (const secret of [clientSecret, certificate]) {
      const assertion = await new SignJWT({ aud: `${base()}/v2.0`, iss: clientId, sub: clientId, exp: seconds() + 60 })
        .setProtectedHeader({ alg: 'HS256', 'x5t#S256': thumbprintOf(running().sample, 'sha256') })
        .sign(new TextEncoder().encode(secret));
      expect(refusalOf(await requestTokenWith(running(), assertion))).toMatchObject({ codes: [5002738] });
    }
  });

  test('with a certificate that has expired', async () => {
    const notAfter = new Date(Date.now() - 1000);
    const expired = await createCertificate({ subject: 'CN=expired', notAfter });
    running().sample.application.certificates.push(expired.certificate);
    const answer = await requestTokenWith(running(), await signAssertion(running(), { certificate: expired }));
    expect(refusalOf(answer)).toMatchObject({ codes: [700027] });
    expect(answer.body['error_description']).toContain('expired');
  });

  test('when it is used again', async () => {
    const assertion = await signAssertion(running());
    const first = await requestTokenWith(running(), assertion);
    const second = await requestTokenWith(running(), assertion);
    expect(first.status).toBe(200);
    expect(refusalOf(second)).toEqual({ status: 401, error: 'invalid_client', codes: [50012] });
  });

  test('of another type', async () => {
    const answer = await requestTokenWith(running(), await signAssertion(running()), {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer',
    });
    expect(refusalOf(answer)).toMatchObject({ status: 400, codes: [9002313] });
  });

  test('that is no JWT', async () => {
    const answer = await requestTokenWith(running(), 'not-a-token');
    expect(refusalOf(answer)).toEqual({ status: 400, error: 'invalid_request', codes: [50027] });
  });
});

test('an assertion whose request failed for another reason is not used up', async () => {
  const assertion = await signAssertion(running());
  const failed = await requestTokenWith(running(), assertion, { scope: 'api://unknown/.default' });
  const repeated = await requestTokenWith(running(), assertion);
  expect(refusalOf(failed)).toMatchObject({ codes: [500011] });
  expect(repeated.status).toBe(200);
});

test('the refusal of a certificate tells the thumbprint as the portal shows it', async () => {
  const answer = await requestTokenWith(running(), await signAssertion(running(), { certificate: stranger }));
  const digits = Buffer.from(thumbprintOf(stranger, 'sha256'), 'base64url').toString('hex').toUpperCase();
  expect(answer.body['error_description']).toContain(digits);
});

function base(): string {
  return `${running().emulator.entra.origin}/${running().sample.tenantId}`;
}

function withDomain(): string {
  return `${running().emulator.entra.origin}/${running().sample.domain}/oauth2/v2.0/token`;
}

function withSha1(alg: string, padding: string): AssertionChanges {
  return { header: { alg, x5t: thumbprintOf(running().sample, 'sha1') + padding }, without: ['x5t#S256'] };
}

/** The registered certificate's thumbprint over a stranger's signature. */
function forged(): AssertionChanges {
  return { certificate: stranger, header: { 'x5t#S256': thumbprintOf(running().sample, 'sha256') } };
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
