import { randomBytes } from 'node:crypto';
import { type Answer, bearerToken, type Call } from '../http/exchange.js';
import type { Issued } from '../issued.js';
import { answerIssuerDocument } from '../openid/configuration.js';
import type { SigningKey } from '../signing/signing-key.js';
import { defaultAudience, githubClaims } from './claims.js';
import type { GitHubJob, GitHubJobAccess } from './job.js';

interface RunningJob {
  readonly job: GitHubJob;
  readonly requestToken: string;
}

/** GitHub's token issuer: hands a running job id tokens, for the request token that the runner gave it. */
export class GitHubIssuer {
  readonly #jobs = new Map<string, RunningJob>();
  readonly #signingKey: SigningKey;
  readonly #clock: () => Date;
  readonly #issued: Issued;

  constructor({ signingKey, clock, issued }: { signingKey: SigningKey; clock: () => Date; issued: Issued }) {
    this.#signingKey = signingKey;
    this.#clock = clock;
    this.#issued = issued;
  }

  startJob(origin: string, job: GitHubJob): GitHubJobAccess {
    const path = `/idtoken/${randomBytes(12).toString('base64url')}`;
    const requestToken = randomBytes(48).toString('base64url');
    this.#jobs.set(path, { job, requestToken });
    this.#issued.jobTokens.push(requestToken);
    // The address has a query already, so that clients may append `&audience=` to it.
    return { requestUrl: `${origin}${path}?api-version=2.0`, requestToken };
  }

  /** The handler of the listener. */
  async handle(call: Call): Promise<Answer> {
    const document = /^\/\.well-known\/([\w-]+)$/.exec(call.path)?.[1];
    if (document !== undefined) {
      return (await answerIssuerDocument(call.origin, document, this.#signingKey)) ?? NOT_FOUND;
    }
    const running = this.#jobs.get(call.path);
    return running === undefined || call.method !== 'GET' ? NOT_FOUND : this.#answerJob(running, call);
  }

  async #answerJob({ job, requestToken }: RunningJob, call: Call): Promise<Answer> {
    if (bearerToken(call.headers) !== requestToken) {
      return { status: 401, body: { message: 'The request token is missing, or is not the one of this job.' } };
    }
    const audience = call.query.get('audience') || defaultAudience(job);
    const value = await this.#signingKey.sign(githubClaims({ job, issuer: call.origin, audience, now: this.#clock() }));
    this.#issued.assertions.push(value);
    return { status: 200, body: { count: value.length, value } };
  }
}

const NOT_FOUND: Answer = { status: 404, body: '' };
