import type { Answer } from '../http/exchange.js';
import type { SigningKey } from '../signing/signing-key.js';

/** What an issuer of job tokens publishes about itself, at `<issuer>/.well-known/`. */
export async function answerIssuerDocument(
  issuer: string,
  document: string,
  key: SigningKey,
): Promise<Answer | undefined> {
  switch (document) {
    case 'openid-configuration':
      return {
        status: 200,
        body: {
          issuer,
          jwks_uri: `${issuer}/.well-known/jwks`,
          subject_types_supported: ['public', 'pairwise'],
          response_types_supported: ['id_token'],
          id_token_signing_alg_values_supported: ['RS256'],
          scopes_supported: ['openid'],
        },
      };
    case 'jwks':
      return { status: 200, body: await key.keySet() };
    default:
      return undefined;
  }
}
