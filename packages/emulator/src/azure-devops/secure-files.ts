import { type Answer, basicCredentials, bearerToken, type Call } from '../http/exchange.js';
import { failure } from './failure.js';
import type { AzureDevOpsJob } from './job.js';

/** A file of a project's library, which a job may have. */
export interface SecureFile {
  /** GUID. */
  readonly id: string;
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the job presents beside its token (`SECUREFILE_TICKET_<id>`). */
  readonly ticket: string;
}

interface FileRequest {
  readonly project: string;
  readonly id: string;
}

/** The library's download endpoint, as tasks use it. The job's token goes into either kind of Authorization header. */
export class SecureFiles {
  readonly #files = new Map<string, SecureFile>();

  add(file: SecureFile): void {
    this.#files.set(file.id.toLowerCase(), file);
  }

  /** The answer to a request for a secure file; `undefined` if it is for something else. */
  answer(call: Call, jobOf: (token: string) => AzureDevOpsJob | undefined): Answer | undefined {
    const request = readRequest(call.path);
    if (request === undefined) return undefined;
    const token = bearerToken(call.headers) ?? basicCredentials(call.headers)?.password;
    const job = token === undefined ? undefined : jobOf(token);
    if (job === undefined) return failure(401, "TF400813: The user '' may not access this resource.");
    return this.#answerJob(request, call, job);
  }

  #answerJob({ project, id }: FileRequest, { method, headers, query }: Call, job: AzureDevOpsJob): Answer {
    if (method !== 'GET') return failure(405, `The requested resource does not support the http method '${method}'.`);
    // Microsoft's client library names the version in the Accept header.
    if (query.get('api-version') === null && !/;\s*api-version=/.test(headers.accept ?? '')) {
      return failure(400, 'No api-version was supplied for the GET request.');
    }
    if (![job.project, job.projectId].some(name => name?.toLowerCase() === project.toLowerCase())) {
      return failure(404, `TF200016: The following project does not exist: ${project}.`);
    }
    const file = this.#files.get(id.toLowerCase());
    if (file === undefined) return failure(404, `The secure file with ID ${id} does not exist.`);
    if (query.get('ticket') !== file.ticket) return failure(403, 'The ticket is not one of this secure file.');
    return {
      status: 200,
      headers: { 'Content-Disposition': `attachment; filename="${encodeURIComponent(file.name)}"` },
      body: typeof file.content === 'string' ? Buffer.from(file.content) : file.content,
    };
  }
}

/** Clients put the organization before the project, which has an origin of its own here. */
function readRequest(path: string): FileRequest | undefined {
  const [, project, id] =
    /^(?:\/[^/]+)?\/([^/]+)\/_apis\/distributedtask\/securefiles\/([\da-f-]{36})$/i.exec(path) ?? [];
  return project === undefined || id === undefined ? undefined : { project: decodeURIComponent(project), id };
}
