import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobFacts, Platform } from '@entra-token/core';
// With its suffix, or the bundler would miss it without a word.
import * as task from 'azure-pipelines-task-lib/task.js';
import { identityTokenRequest } from './identity-token-request.js';
import { networkSettings } from './network-settings.js';
import { parseList } from './parse-list.js';
import { secureFileRequest } from './secure-file-request.js';
import { serviceConnection } from './service-connection.js';

/** Azure Pipelines, through the agent's task library. */
export function azurePipelines(environment: Platform['environment']): Platform {
  return {
    name: 'azure-pipelines',
    environment,
    job: jobFacts(environment),
    restriction:
      environment['SYSTEM_PULLREQUEST_ISFORK'] === 'True' ? { kind: 'fork', repository: undefined } : undefined,
    jobTimeoutMinutes: jobTimeoutMinutes(environment),
    variableNames: variableNames(environment),
    input: name => environment[`INPUT_${name.toUpperCase()}`] ?? '',
    serviceConnection: (id, input) => serviceConnection(environment, id, input),
    network: () => networkSettings(environment),
    secureFileRequest: id => secureFileRequest(environment, id),
    identityTokenRequest: (_audience, connection) => identityTokenRequest(environment, connection),
    mask: task.setSecret,
    setOutput: (name, value, secret) => task.setVariable(name, value, secret, true),
    info: line => process.stdout.write(`${line}\n`),
    // No secret variable: those reach a script only where it maps them. The value is masked all the same.
    exportVariable: (name, value) => task.setVariable(name, value, false),
    warning: message => task.warning(message, task.IssueSource.TaskInternal),
    debug: task.debug,
    fail(title, message) {
      task.error(`${title}. ${message}`, task.IssueSource.TaskInternal);
      task.setResult(task.TaskResult.Failed, '');
    },
    async writeSummary(markdown) {
      const path = join(environment['AGENT_TEMPDIRECTORY'] ?? tmpdir(), `entra-token-${randomUUID()}.md`);
      await writeFile(path, markdown);
      task.uploadSummary(path);
    },
  };
}

/** 0 is no limit: https://learn.microsoft.com/azure/devops/pipelines/process/phases#timeouts */
function jobTimeoutMinutes(environment: Platform['environment']): number | undefined {
  return Number(environment['SYSTEM_JOBTIMEOUT']) || undefined;
}

/** The agent lists them for its own tasks: https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Worker/Handlers/Handler.cs */
function variableNames(environment: Platform['environment']): string[] {
  return [environment['VSTS_PUBLIC_VARIABLES'], environment['VSTS_SECRET_VARIABLES']].flatMap(parseList);
}

/** https://learn.microsoft.com/azure/devops/pipelines/build/variables */
function jobFacts(environment: Platform['environment']): JobFacts {
  const project = environment['SYSTEM_TEAMPROJECT'];
  const pipeline = environment['BUILD_DEFINITIONNAME'];
  const branch = environment['BUILD_SOURCEBRANCH'];
  const collection = environment['SYSTEM_COLLECTIONURI'];
  const run = environment['BUILD_BUILDID'];
  return [
    ...(project ? [['Project', project] as const] : []),
    ...(pipeline ? [['Pipeline', pipeline] as const] : []),
    ...(branch ? [['Branch', branch] as const] : []),
    ...(collection && project && run
      ? [['Run', `${collection}${encodeURIComponent(project)}/_build/results?buildId=${run}`] as const]
      : []),
  ];
}
