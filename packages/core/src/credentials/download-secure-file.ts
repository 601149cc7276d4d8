import type { Context } from '../context.js';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import { StepFailure } from '../diagnosis/step-failure.js';
import { withRetries } from '../retry/with-retries.js';
import { isSuccess } from '../transport/http.js';

/**
 * Downloads a secure file of Azure Pipelines into memory.
 * @throws {StepFailure} when the server does not hand it out.
 * @throws {TransportFailure} when there is no answer.
 */
export function downloadSecureFile(id: string, context: Context): Promise<Buffer> {
  const request = context.platform.secureFileRequest(id);
  return withRetries(context, async () => {
    const response = await context.send(request);
    if (isSuccess(response)) return response.bytes;
    throw new StepFailure(refusal(new URL(request.url).host, response.status), response);
  });
}

function refusal(host: string, status: number): Diagnosis {
  return {
    title: 'The secure file was refused',
    what: `${host} did not hand out the secure file (HTTP ${status}).`,
    fix: 'Check that the file is in the library, and that this pipeline is permitted to use it.',
    facts: [],
  };
}
