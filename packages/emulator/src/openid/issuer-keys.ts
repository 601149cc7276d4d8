import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { KEY_REQUEST_HEADER } from '../http/key-request.js';
import { send } from '../http/send.js';

/**
 * The signing keys of token issuers, fetched over HTTPS from what each publishes (OpenID Connect Discovery 1.0,
 * section 4) and kept; they are fetched again when a token names a key that is not among them.
 */
export class IssuerKeys {
  readonly #ca: string;
  readonly #keySets = new Map<string, Promise<JWTVerifyGetKey>>();

  /** @param ca PEM of the only certificate authority that an issuer's certificate may come from */
  constructor(ca: string) {
    this.#ca = ca;
  }

  /** A key resolver for `jwtVerify`. Using it rejects with `IssuerUnreachable` if the issuer publishes no keys. */
  of(issuer: string): JWTVerifyGetKey {
    return async (header, token) => {
      const kept = this.#keySets.get(issuer);
      if (kept === undefined) return (await this.#fetch(issuer))(header, token);
      try {
        return await (await kept)(header, token);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        return (await this.#fetch(issuer))(header, token);
      }
    };
  }

  #fetch(issuer: string): Promise<JWTVerifyGetKey> {
    const keySet = this.#discover(issuer);
    this.#keySets.set(issuer, keySet);
    keySet.catch(() => this.#keySets.delete(issuer));
    return keySet;
  }

  async #discover(issuer: string): Promise<JWTVerifyGetKey> {
    const configuration = await this.#getJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    if (!isConfiguration(configuration) || configuration.issuer !== issuer) {
      throw new IssuerUnreachable(`The configuration that ${issuer} publishes is not its own.`);
    }
    const keys = await this.#getJson(configuration.jwks_uri);
    if (!isKeySet(keys)) throw new IssuerUnreachable(`${configuration.jwks_uri} holds no keys.`);
    return createLocalJWKSet(keys);
  }

  async #getJson(url: string): Promise<unknown> {
    try {
      const answer = await send(url, { ca: this.#ca, headers: { [KEY_REQUEST_HEADER]: 'yes' } });
      if (answer.status === 200) return JSON.parse(answer.body);
      throw new Error(`HTTP ${answer.status}`);
    } catch (error) {
      throw new IssuerUnreachable(`${url} could not be read: ${String(error)}`);
    }
  }
}

/** An issuer's published configuration or keys could not be read. */
export class IssuerUnreachable extends Error {
  override readonly name = 'IssuerUnreachable';
}

function isConfiguration(value: unknown): value is { issuer: string; jwks_uri: string } {
  return typeof value === 'object' && value !== null && 'issuer' in value && 'jwks_uri' in value;
}

function isKeySet(value: unknown): value is JSONWebKeySet {
  return typeof value === 'object' && value !== null && 'keys' in value && Array.isArray(value.keys);
}
