import type { Context } from '../context.js';
import { StepFailure } from '../diagnosis/step-failure.js';
import { isSuccess } from '../transport/http.js';

/**
 * Downloads a secure file of Azure Pipelines into memory.
 * @throws {StepFailure} when the server does not hand it out.
 * @throws {TransportFailure} when there is no answer.
 */
export async function downloadSecureFile(id: string, { platform, send }: Context): Promise<Buffer> {
  const request = platform.secureFileRequest(id);
  const response = await send(request);
  if (isSuccess(response)) return response.bytes;
  throw new StepFailure({
    title: 'The secure file was refused',
    what: `${new URL(request.url).host} did not hand out the secure file (HTTP ${response.status}).`,
    fix: 'Check that the file is in the library, and that this pipeline is permitted to use it.',
    facts: [],
  });
}
