import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Application, type CertificateAndKey, type Emulator, send, type Tenant } from '@entra-token/emulator';
import { InvalidCredential, parseCredential } from './graph-credential.js';

export const GRAPH_HOST = 'graph.microsoft.com';
export const GRAPH_ORIGIN = `https://${GRAPH_HOST}`;
/** The application permission that lets an app change others: https://learn.microsoft.com/graph/permissions-reference */
export const WRITE_APPLICATIONS = 'Application.ReadWrite.All';

const APPLICATIONS = '/v1.0/applications';

export interface DirectoryGraphOptions {
  readonly emulator: Emulator;
  readonly tenant: Tenant;
  /** The server's. */
  readonly certificate: CertificateAndKey;
}

export interface DirectoryGraph {
  /** `https://127.0.0.1:<port>` */
  readonly origin: string;
  close(): Promise<void>;
}

interface GraphAnswer {
  readonly status: number;
  readonly body: object;
}

/**
 * As much of Microsoft Graph as it takes to give an app that is there by now a federated credential in the directory:
 * https://learn.microsoft.com/graph/api/application-list
 * https://learn.microsoft.com/graph/api/application-post-federatedidentitycredentials
 * Takes tokens for Graph with the role `Application.ReadWrite.All`.
 */
export async function startDirectoryGraph(options: DirectoryGraphOptions): Promise<DirectoryGraph> {
  const { emulator, tenant, certificate } = options;
  protectApplications(emulator, tenant);
  const applications = new Map(
    emulator.directory.applications
      .filter(({ homeTenantId }) => homeTenantId === tenant.id)
      .map(application => [randomUUID().toString(), application]),
  );
  const server = createServer({ key: certificate.privateKey, cert: certificate.certificate }, (request, response) => {
    answer(emulator, applications, request).then(
      ({ status, body }) => end(response, status, body),
      error => end(response, 500, problem('InternalServerError', String(error))),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  emulator: Emulator,
  applications: ReadonlyMap<string, Application>,
  request: IncomingMessage,
): Promise<GraphAnswer> {
  const { method, headers } = request;
  const { pathname, searchParams } = new URL(request.url ?? '/', GRAPH_ORIGIN);
  const body = await text(request);
  const { status } = await send(emulator.api.origin + APPLICATIONS, {
    headers: { Authorization: headers.authorization ?? '' },
    ca: emulator.caCertificate,
  });
  if (status !== 200) return { status, body: problem('Authorization_RequestDenied', 'The token is not sufficient.') };

  if (method === 'GET' && pathname === APPLICATIONS) return list(applications, searchParams.get('$filter') ?? '');
  const [, id] = /^\/v1\.0\/applications\/([^/]+)\/federatedIdentityCredentials$/.exec(pathname) ?? [];
  const application = applications.get(id ?? '');
  if (method === 'POST' && application !== undefined) return create(application, body);
  return { status: 404, body: problem('Request_ResourceNotFound', `There is no ${method} ${pathname}.`) };
}

function list(applications: ReadonlyMap<string, Application>, filter: string): GraphAnswer {
  const [, clientId] = /^appId eq '([^']*)'$/.exec(filter) ?? [];
  if (clientId === undefined) return { status: 400, body: problem('Request_UnsupportedQuery', filter) };
  const value = [...applications]
    .filter(([, application]) => application.clientId === clientId)
    .map(([id, { displayName }]) => ({ id, appId: clientId, displayName }));
  return { status: 200, body: { '@odata.context': `${GRAPH_ORIGIN}/v1.0/$metadata#applications`, value } };
}

function create({ federatedCredentials }: Application, body: string): GraphAnswer {
  try {
    const credential = parseCredential(body);
    const { name, issuer, subject } = credential;
    if (federatedCredentials.some(one => one.name === name || (one.issuer === issuer && one.subject === subject))) {
      return { status: 409, body: problem('Request_MultipleObjectsWithSameKeyValue', 'It exists already.') };
    }
    federatedCredentials.push(credential);
    return { status: 201, body: { id: randomUUID(), ...credential, description: null } };
  } catch (error) {
    if (!(error instanceof InvalidCredential)) throw error;
    return { status: 400, body: problem('Request_BadRequest', error.message) };
  }
}

/** The emulator's API judges the tokens. */
function protectApplications({ directory, api }: Emulator, tenant: Tenant): void {
  const resource = directory.findResource(tenant, GRAPH_ORIGIN)?.application;
  if (resource === undefined) throw new Error('The directory lacks Microsoft Graph.');
  resource.appRoles.push(WRITE_APPLICATIONS);
  api.protect(APPLICATIONS, { tenant, resource, requiredRole: WRITE_APPLICATIONS, answer: {} });
}

function problem(code: string, message: string): object {
  return { error: { code, message } };
}

function end(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
