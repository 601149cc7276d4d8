import { createPublicKey, X509Certificate } from 'node:crypto';
import { importPKCS8, type JWK, type JWTPayload, SignJWT } from 'jose';
import { createCertificate, thumbprint } from '../certificates/create-certificate.js';

/** The key with which one issuer signs its tokens. */
export interface SigningKey {
  /** A compact RS256 JWT with exactly these claims. */
  sign(claims: JWTPayload): Promise<string>;
  /** What the issuer publishes at its `jwks_uri`. */
  keySet(): Promise<{ keys: JWK[] }>;
}

/** A signing key that comes to exist when it is first needed, because an RSA key takes a noticeable time to make. */
export function createSigningKey(subject: string): SigningKey {
  let made: ReturnType<typeof make> | undefined;
  const key = () => {
    made ??= make(subject);
    return made;
  };
  return {
    async sign(claims) {
      const { privateKey, jwk } = await key();
      return new SignJWT(claims).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: jwk.kid }).sign(privateKey);
    },
    async keySet() {
      return { keys: [(await key()).jwk] };
    },
  };
}

async function make(subject: string) {
  const { certificate, privateKey } = await createCertificate({ subject });
  const { raw } = new X509Certificate(certificate);
  const { n, e } = createPublicKey(certificate).export({ format: 'jwk' });
  // Microsoft and GitHub both name a key by its certificate's SHA-1 thumbprint, and publish the certificate with it.
  const kid = thumbprint(raw, 'sha1');
  const jwk: JWK & { kid: string } = {
    kty: 'RSA',
    use: 'sig',
    alg: 'RS256',
    kid,
    x5t: kid,
    x5c: [raw.toString('base64')],
  };
  if (n !== undefined && e !== undefined) Object.assign(jwk, { n, e });
  return { privateKey: await importPKCS8(privateKey, 'RS256'), jwk };
}
