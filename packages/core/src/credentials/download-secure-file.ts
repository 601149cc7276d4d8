import type { Context } from '../context.js';
import { isSuccess } from '../transport/http.js';

/**
 * Downloads a secure file of Azure Pipelines into memory.
 * @throws {SecureFileRefused} when the server does not hand it out.
 * @throws {TransportFailure} when there is no answer.
 */
export async function downloadSecureFile(id: string, { platform, send }: Context): Promise<Buffer> {
  const request = platform.secureFileRequest(id);
  const response = await send(request);
  if (isSuccess(response)) return response.bytes;
  throw new SecureFileRefused(new URL(request.url).host, response.status);
}

/** Azure DevOps did not hand out a secure file. */
export class SecureFileRefused extends Error {
  override readonly name = 'SecureFileRefused';

  constructor(
    readonly host: string,
    readonly status: number,
  ) {
    super(`${host} answered ${status}`);
  }
}
