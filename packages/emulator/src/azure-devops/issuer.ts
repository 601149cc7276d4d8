import { randomBytes, randomUUID } from 'node:crypto';
import { TOKEN_EXCHANGE_CLIENT_ID, TOKEN_EXCHANGE_URI } from '../directory/first-party.js';
import { type Answer, bearerToken, type Call, hasMediaType } from '../http/exchange.js';
import type { Issued } from '../issued.js';
import { answerIssuerDocument } from '../openid/configuration.js';
import type { SigningKey } from '../signing/signing-key.js';
import { failure } from './failure.js';
import { connectionIdentity, type FederatedIdentity, pipelineIdentity } from './identity.js';
import type { AzureDevOpsJob, AzureDevOpsJobAccess } from './job.js';
import { SecureFiles } from './secure-files.js';

/** Seconds for which the tokens are valid. */
const LIFETIME = 600;

interface RunningJob {
  readonly job: AzureDevOpsJob;
  readonly jobToken: string;
}

export interface AzureDevOpsOptions {
  readonly signingKey: SigningKey;
  /** Entra's key: tokens of a service connection in the new form come from Entra, at the request of Azure DevOps. */
  readonly entraSigningKey: SigningKey;
  readonly entraOrigin: string;
  readonly clock: () => Date;
  readonly issued: Issued;
}

/** Azure DevOps: hands a running job tokens for its service connections or its pipeline, and the library's files. */
export class AzureDevOpsIssuer {
  readonly #jobs = new Map<string, RunningJob>();
  /** The files of the library that jobs may download. */
  readonly secureFiles = new SecureFiles();
  readonly #options: AzureDevOpsOptions;

  constructor(options: AzureDevOpsOptions) {
    this.#options = options;
  }

  startJob(origin: string, job: AzureDevOpsJob): AzureDevOpsJobAccess {
    const plan = `${job.organization}/${randomUUID()}/_apis/distributedtask/hubs/build/plans/${randomUUID()}`;
    const path = encodeURI(`/${plan}/jobs/${randomUUID()}/oidctoken`);
    const jobToken = randomBytes(48).toString('base64url');
    this.#jobs.set(path, { job, jobToken });
    this.#options.issued.jobTokens.push(jobToken);
    return { oidcRequestUri: `${origin}${path}`, jobToken };
  }

  /** The handler of the listener. */
  async handle(call: Call): Promise<Answer> {
    const [, organizationId, document] = /^\/([\da-f-]{36})\/\.well-known\/([\w-]+)$/.exec(call.path) ?? [];
    if (organizationId !== undefined && document !== undefined) {
      const issuer = `${call.origin}/${organizationId}`;
      return (await answerIssuerDocument(issuer, document, this.#options.signingKey)) ?? failure(404, 'Not found.');
    }
    const file = this.secureFiles.answer(call, token => this.#jobOf(token));
    if (file !== undefined) return file;
    const running = this.#jobs.get(call.path);
    return running === undefined ? failure(404, 'The plan or job was not found.') : this.#answerJob(running, call);
  }

  #jobOf(token: string): AzureDevOpsJob | undefined {
    return [...this.#jobs.values()].find(({ jobToken }) => jobToken === token)?.job;
  }

  async #answerJob({ job, jobToken }: RunningJob, call: Call): Promise<Answer> {
    const refusal = refuse(call, jobToken);
    if (refusal !== undefined) return refusal;

    const { clock, issued, entraOrigin, signingKey, entraSigningKey } = this.#options;
    const origins = { azureDevOps: call.origin, entra: entraOrigin };
    const connectionId = call.query.get('serviceConnectionId');
    if (connectionId === null)
      return answer(await this.#sign(pipelineIdentity(job, origins), signingKey, clock()), issued);

    const connection = job.serviceConnections.find(({ id }) => id === connectionId);
    if (connection === undefined) {
      return failure(404, `The service connection ${connectionId} was not found, or the job may not use it.`);
    }
    const identity = connectionIdentity(job, connection, origins);
    if (connection.tenantId === undefined) return answer(await this.#sign(identity, signingKey, clock()), issued);
    // As in every token of version 2 that Entra issues, the resource's client id stands for its URI.
    return answer(await this.#sign(identity, entraSigningKey, clock(), TOKEN_EXCHANGE_CLIENT_ID), issued);
  }

  #sign(
    { issuer, subject }: FederatedIdentity,
    key: SigningKey,
    now: Date,
    audience: string = TOKEN_EXCHANGE_URI,
  ): Promise<string> {
    const seconds = Math.floor(now.getTime() / 1000);
    return key.sign({
      jti: randomUUID(),
      iss: issuer,
      sub: subject,
      aud: audience,
      iat: seconds,
      nbf: seconds,
      exp: seconds + LIFETIME,
    });
  }
}

function answer(oidcToken: string, issued: Issued): Answer {
  issued.assertions.push(oidcToken);
  return { status: 200, body: { oidcToken } };
}

function refuse({ method, headers, query }: Call, jobToken: string): Answer | undefined {
  if (bearerToken(headers) !== jobToken) return failure(401, "TF400813: The user '' may not access this resource.");
  if (method !== 'POST') return failure(405, `The requested resource does not support the http method '${method}'.`);
  if (!hasMediaType(headers, 'application/json'))
    return failure(415, 'The request has to be of type application/json.');
  if (query.get('api-version') === null) return failure(400, 'No api-version was supplied for the POST request.');
  return undefined;
}
