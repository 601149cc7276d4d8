import { type Answer, bearerToken, type Call } from '../http/exchange.js';
import type { IssuerKeys } from '../openid/issuer-keys.js';
import { missingPermission } from './permission.js';
import type { Protection, RateLimit } from './protection.js';
import { RateLimiter } from './rate-limiter.js';
import { InvalidToken, verifyAccessToken } from './verify-access-token.js';

export interface ProtectedApiOptions {
  readonly entraOrigin: string;
  readonly issuerKeys: IssuerKeys;
  readonly clock: () => Date;
}

/** A sample API that only lets tokens of Entra in. */
export class ProtectedApi {
  readonly #options: ProtectedApiOptions;
  readonly #protections = new Map<string, Protection>();
  readonly #redirects = new Map<string, string>();
  readonly #limiter = new RateLimiter();
  rateLimit: RateLimit | undefined;

  constructor(options: ProtectedApiOptions) {
    this.#options = options;
  }

  /** Answers GET requests for a path to those who may have it. */
  protect(path: string, protection: Protection): void {
    this.#protections.set(path, protection);
  }

  /** Sends whoever asks for a path to another address, which may be on another origin. */
  redirect(path: string, location: string): void {
    this.#redirects.set(path, location);
  }

  /** The handler of the listener. */
  async handle(call: Call): Promise<Answer> {
    const { clock } = this.#options;
    if (this.rateLimit !== undefined) {
      const seconds = this.#limiter.secondsToWait(call.remoteAddress, this.rateLimit, clock());
      if (seconds !== undefined) return tooManyRequests(seconds);
    }
    const location = this.#redirects.get(call.path);
    if (location !== undefined) return { status: 302, headers: { Location: location }, body: '' };
    const protection = this.#protections.get(call.path);
    if (protection === undefined) return problem(404, 'Not Found');
    if (call.method !== 'GET') return problem(405, 'Method Not Allowed', { Allow: 'GET' });
    return this.#answer(protection, call);
  }

  async #answer(protection: Protection, { headers }: Call): Promise<Answer> {
    const { entraOrigin, issuerKeys, clock } = this.#options;
    const token = bearerToken(headers);
    if (token === undefined) return challenge(401, 'Unauthorized', challengeWithoutToken(headers.authorization));
    try {
      const claims = await verifyAccessToken(token, protection, { entraOrigin, issuerKeys, now: clock() });
      // Graph answers so: https://github.com/microsoftgraph/msgraph-sdk-php/issues/1163
      if (protection.onlyUsers && claims['scp'] === undefined)
        return problem(400, 'Only valid with delegated permissions');
      const missing = missingPermission(claims, protection);
      if (missing !== undefined) {
        return challenge(403, 'Forbidden', { error: 'insufficient_scope', error_description: missing });
      }
      const { answer } = protection;
      return { status: 200, body: typeof answer === 'function' ? answer(claims) : answer };
    } catch (error) {
      if (!(error instanceof InvalidToken)) throw error;
      return challenge(401, 'Unauthorized', { error: 'invalid_token', error_description: error.message });
    }
  }
}

/** Without any credentials a challenge names no error (RFC 6750, section 3.1). */
function challengeWithoutToken(authorization: string | undefined): Record<string, string> {
  if (authorization === undefined) return {};
  return {
    error: 'invalid_request',
    error_description: "The Authorization header is not of the form 'Bearer <token>'",
  };
}

function challenge(status: number, title: string, parameters: Record<string, string>): Answer {
  const list = Object.entries(parameters).map(([name, value]) => `${name}="${value.replaceAll(/["\\]/g, "'")}"`);
  return problem(status, title, { 'WWW-Authenticate': ['Bearer', list.join(', ')].join(' ').trim() });
}

function tooManyRequests(seconds: number): Answer {
  return problem(429, 'Too Many Requests', { 'Retry-After': String(seconds) });
}

/** Problem details (RFC 9457). */
function problem(status: number, title: string, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'Content-Type': 'application/problem+json', ...headers }, body: { title, status } };
}
