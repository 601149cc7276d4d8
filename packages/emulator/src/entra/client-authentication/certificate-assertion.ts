import { X509Certificate } from 'node:crypto';
import { compactVerify } from 'jose';
import { thumbprint } from '../../certificates/create-certificate.js';
import type { Application } from '../../directory/model.js';
import type { TokenRequest } from '../authority.js';
import { Refusal } from '../refusal.js';
import { type Assertion, CLOCK_SKEW, requireAlgorithm, requireValidTime } from './parse-assertion.js';
import type { ClientProof } from './proof.js';

/**
 * Verifies an assertion that the client signed itself, with the key of a certificate of its registration.
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 * @throws Refusal 5002738 (algorithm), 700027 (certificate or signature), 700021 (issuer, subject), 700023 (audience),
 *   700024 (time)
 */
export async function verifyCertificateAssertion(
  assertion: Assertion,
  { authority, realm }: TokenRequest,
  application: Application,
): Promise<ClientProof> {
  const { claims, jwt } = assertion;
  const now = authority.clock();
  requireAlgorithm(assertion, ['RS256', 'PS256']);
  await verifySignature(assertion, application, now);

  const clientId = application.clientId.toLowerCase();
  if (claims.iss?.toLowerCase() !== clientId || claims.sub?.toLowerCase() !== clientId) {
    throw new Refusal(
      700021,
      `The client assertion's application identifier does not match the parameter 'client_id': ` +
        `its issuer is '${claims.iss ?? ''}', its subject '${claims.sub ?? ''}', the client '${application.clientId}'.`,
    );
  }
  const audiences = [claims.aud ?? []].flat();
  if (!audiences.some(audience => realm.assertionAudiences.includes(audience))) {
    throw new Refusal(
      700023,
      `The client assertion's audience '${audiences.join(' ')}' does not match the realm issuer. ` +
        `Expected is one of '${realm.assertionAudiences.join("', '")}'.`,
    );
  }
  requireValidTime(assertion, now);

  return {
    method: '2',
    spendOn: (resourceName, userId) =>
      authority.usedAssertions.spend(
        { clientId, id: claims.jti ?? jwt, resourceName, userId, expiresAt: (claims.exp ?? 0) + CLOCK_SKEW },
        authority.clock(),
      ),
  };
}

async function verifySignature({ jwt, header }: Assertion, application: Application, now: Date): Promise<void> {
  const presented = presentedThumbprint(header);
  const certificate = application.certificates
    .map(pem => new X509Certificate(pem))
    .find(({ raw }) => thumbprint(raw, presented.algorithm) === presented.value);
  if (certificate === undefined) throw badCertificate('The key was not found', presented, application);
  if (new Date(certificate.validTo) <= now) throw badCertificate('The key used is expired', presented, application);
  try {
    await compactVerify(jwt, certificate.publicKey);
  } catch {
    throw badCertificate('The key was found, but the signature does not verify with it', presented, application);
  }
}

interface PresentedThumbprint {
  readonly algorithm: 'sha1' | 'sha256';
  readonly value: string;
}

function presentedThumbprint({ x5t, 'x5t#S256': x5tS256 }: Assertion['header']): PresentedThumbprint {
  const [algorithm, value] =
    typeof x5tS256 === 'string' ? (['sha256', x5tS256] as const) : (['sha1', x5t ?? ''] as const);
  // MSAL for Python pads it, though base64url as JWTs use it has no padding (RFC 7515, section 2).
  return { algorithm, value: value.replace(/=+$/, '') };
}

function badCertificate(reason: string, { value }: PresentedThumbprint, application: Application): Refusal {
  // The thumbprint is told in hexadecimal digits, as the portal shows it.
  const hex = Buffer.from(value, 'base64url').toString('hex').toUpperCase();
  return new Refusal(
    700027,
    'The certificate that signed the client assertion is not registered on the application. ' +
      `[Reason - ${reason}, Thumbprint of key used by client: '${hex}', app Id '${application.clientId}'].`,
  );
}
