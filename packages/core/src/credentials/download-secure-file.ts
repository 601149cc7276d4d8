import type { Context } from '../context.js';
import { StepFailure } from '../diagnosis/step-failure.js';
import { withRetries } from '../retry/with-retries.js';
import { isSuccess, isTransientStatus } from '../transport/http.js';

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
    const host = new URL(request.url).host;
    const facts = [['Status', `HTTP ${response.status}`] as const];
    throw new StepFailure(
      isTransientStatus(response.status) ? 'platform-trouble' : 'secure-file-refused',
      {
        title: 'The secure file was refused',
        host,
        facts,
      },
      response,
    );
  });
}
