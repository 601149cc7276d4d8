import { type HttpRequest, InputProblems, type Platform } from '@entra-token/core';

/**
 * The request that downloads a secure file, as Azure's own tasks send it:
 * https://github.com/microsoft/azure-pipelines-tasks-common-packages/tree/main/common-npm-packages/securefiles-common
 * @throws {InputProblems} when the agent handed out no ticket for the file.
 */
export function secureFileRequest(environment: Platform['environment'], id: string): HttpRequest {
  const ticket = environment[`SECUREFILE_TICKET_${id}`];
  const collection = environment['SYSTEM_COLLECTIONURI'] ?? environment['SYSTEM_TEAMFOUNDATIONCOLLECTIONURI'];
  const project = environment['SYSTEM_TEAMPROJECT'] ?? '';
  const jobToken = environment['ENDPOINT_AUTH_PARAMETER_SYSTEMVSSCONNECTION_ACCESSTOKEN'];
  if (!ticket || !collection || !jobToken) {
    const problem = `the secure file '${id}' was not handed to this step. Does it exist, and may this pipeline use it?`;
    throw new InputProblems([{ input: 'certificateSecureFile', problem }]);
  }
  const path = `${encodeURIComponent(project)}/_apis/distributedtask/securefiles/${encodeURIComponent(id)}`;
  const url = new URL(path, collection);
  url.searchParams.set('ticket', ticket);
  url.searchParams.set('download', 'true');
  url.searchParams.set('api-version', '7.1-preview.1');
  return {
    method: 'GET',
    url: url.href,
    headers: {
      authorization: `Bearer ${jobToken}`,
      accept: 'application/octet-stream',
      'x-tfs-fedauthredirect': 'Suppress',
      'user-agent': 'entra-token',
    },
  };
}
