import type { Emulator } from './emulator.js';
import type { SampleDirectory } from './sample-directory.js';
import type { SampleFiles } from './sample-files.js';

/** What a person needs to point a step, or any other client, at a running emulator. */
export function instructions({ entra }: Emulator, sample: SampleDirectory, files: SampleFiles): string {
  return `Entra emulator, running until Ctrl+C.

Trust its certificate authority:
  export NODE_EXTRA_CA_CERTS=${files.ca}

Inputs of the step:
  authority-host     ${entra.origin}
  tenant-id          ${sample.tenantId}
  client-id          ${sample.clientId}
  scope              ${sample.scope}
with one of
  client-secret      ${sample.clientSecret}
  certificate-path   ${files.certificate}
  credential         oidc

For oidc, set what a job has in its environment, on GitHub Actions
  source ${files.github}
or on Azure Pipelines, with the service connection
${sample.serviceConnectionId}
  source ${files.azurePipelines}

Call the sample API with the token:
  curl --cacert ${files.ca} \\
    -H "Authorization: Bearer $TOKEN" ${sample.apiUrl}
`;
}
