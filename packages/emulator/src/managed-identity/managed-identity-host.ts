import { randomBytes } from 'node:crypto';
import type { ManagedIdentity } from '../directory/model.js';
import type { Answer, Call } from '../http/exchange.js';
import { answerAppServiceToken, appServiceFailure, refuseAppServiceRequest } from './app-service.js';
import { ArcKeys } from './arc-keys.js';
import { type HostEnvironments, hostEnvironments, PATHS } from './host-environments.js';
import { type IdentityToken, type IdentityTokenSource, identityToken } from './identity-token.js';
import { answerNoIdentity, answerNoResource, answerToken, refuseMetadataRequest } from './instance-metadata.js';
import { selectIdentity } from './select-identity.js';

export interface ManagedIdentityOptions extends IdentityTokenSource {
  /** Where Azure Arc's key files go; without, there is no such endpoint. */
  readonly arcKeyDirectory: string | undefined;
}

/** The token endpoints that code on a virtual machine, in App Service or on an Azure Arc server finds on its own host. */
export class ManagedIdentityHost {
  readonly #options: ManagedIdentityOptions;
  readonly #arcKeys: ArcKeys | undefined;
  readonly #identityHeader = randomBytes(18).toString('hex').toUpperCase();
  #identities: readonly ManagedIdentity[] = [];

  constructor(options: ManagedIdentityOptions) {
    this.#options = options;
    const { arcKeyDirectory, issued } = options;
    this.#arcKeys = arcKeyDirectory === undefined ? undefined : new ArcKeys(arcKeyDirectory, issued);
    issued.hostSecrets.push(this.#identityHeader);
  }

  /** Gives the host these identities, and takes those away that it had. */
  assign(identities: readonly ManagedIdentity[]): void {
    this.#identities = identities;
  }

  environments(origin: string): HostEnvironments {
    return hostEnvironments(origin, this.#identityHeader);
  }

  /** The handler of the listener. */
  async handle(call: Call): Promise<Answer> {
    // MSAL puts a slash at the end of the Instance Metadata Service's.
    switch (call.path.replace(/\/$/, '')) {
      case PATHS.imds:
        return refuseMetadataRequest(call, '2018-02-01') ?? this.#answerMetadata(call);
      case PATHS.appService:
        return refuseAppServiceRequest(call, this.#identityHeader) ?? this.#answerAppService(call);
      case PATHS.azureArc:
        return this.#arcKeys === undefined ? NOT_FOUND : this.#answerArc(call, this.#arcKeys);
      default:
        return NOT_FOUND;
    }
  }

  /** Removes what was written. */
  async close(): Promise<void> {
    await this.#arcKeys?.clear();
  }

  async #answerArc(call: Call, keys: ArcKeys): Promise<Answer> {
    const refusal = refuseMetadataRequest(call, '2020-06-01');
    if (refusal !== undefined) return refusal;
    if (await keys.spend(call.headers.authorization)) return this.#answerMetadata(call);
    const headers = { 'WWW-Authenticate': `Basic realm=${await keys.write()}` };
    // JSON, since MSAL reads it before it looks at the status.
    return { status: 401, headers, body: { error: 'unauthorized', error_description: 'The key is missing or wrong' } };
  }

  async #answerMetadata({ query }: Call): Promise<Answer> {
    const selection = selectIdentity(this.#identities, query);
    if (typeof selection === 'string') return answerNoIdentity(selection);
    const token = await this.#token(selection, query);
    return token === undefined ? answerNoResource(query.get('resource') ?? '') : answerToken(token);
  }

  async #answerAppService({ query }: Call): Promise<Answer> {
    const selection = selectIdentity(this.#identities, query);
    if (typeof selection === 'string') {
      return appServiceFailure(400, 'No managed identity was found for the ClientId, ResourceId or PrincipalId.');
    }
    const token = await this.#token(selection, query);
    return token === undefined
      ? appServiceFailure(400, `The resource '${query.get('resource') ?? ''}' was not found in the tenant.`)
      : answerAppServiceToken(token);
  }

  #token(identity: ManagedIdentity, query: URLSearchParams): Promise<IdentityToken | undefined> {
    const { directory } = this.#options;
    const tenant = directory.tenants.find(({ managedIdentities }) => managedIdentities.includes(identity));
    if (tenant === undefined) throw new Error(`${identity.application.displayName} belongs to no tenant.`);
    return identityToken(this.#options, { tenant, identity, resourceName: query.get('resource') ?? '' });
  }
}

const NOT_FOUND: Answer = { status: 404, body: '' };
