import type { Directory } from '../directory/directory.js';
import type { Tenant } from '../directory/model.js';
import type { Issued } from '../issued.js';
import type { IssuerKeys } from '../openid/issuer-keys.js';
import type { SigningKey } from '../signing/signing-key.js';
import type { UsedAssertions } from './client-authentication/used-assertions.js';
import type { DeviceCodes } from './device-codes/device-codes.js';
import type { Realm } from './realm.js';
import type { RefreshTokens } from './refresh-tokens/refresh-tokens.js';

/** What the authority works with. */
export interface Authority {
  readonly directory: Directory;
  /** Host names beside its own that the authority answers for. */
  readonly hostNames: readonly string[];
  readonly clock: () => Date;
  /** Entra signs for all tenants with the same keys. */
  readonly signingKey: SigningKey;
  readonly issuerKeys: IssuerKeys;
  readonly usedAssertions: UsedAssertions;
  readonly refreshTokens: RefreshTokens;
  readonly deviceCodes: DeviceCodes;
  readonly issued: Issued;
}

/** A request to the token endpoint, of a tenant that exists. */
export interface TokenRequest {
  readonly authority: Authority;
  readonly origin: string;
  readonly tenant: Tenant;
  readonly realm: Realm;
  readonly form: URLSearchParams;
  /** From an `Authorization: Basic` header (RFC 6749, section 2.3.1). */
  readonly basic: { readonly clientId: string; readonly clientSecret: string } | undefined;
}
