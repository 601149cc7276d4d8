import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SecretMasker } from '../masking/secret-masker.js';
import { createAgentMasker, isSecretParameter, maskSecretVariable } from './agent-masks.js';
import { jobVariables } from './job-variables.js';
import type { PipelineJobOptions } from './pipeline-options.js';
import type { ServiceConnection } from './service-connection.js';
import { createVariables, type Variables } from './variables.js';

/** What the steps of a job share and change. */
export interface PipelineState {
  readonly options: PipelineJobOptions;
  readonly isDebug: boolean;
  readonly masker: SecretMasker;
  readonly directories: {
    readonly root: string;
    readonly sources: string;
    readonly temp: string;
    readonly tools: string;
  };
  readonly collectionUri: string;
  readonly variables: Variables;
  readonly connections: readonly ServiceConnection[];
  readonly jobToken: string;
  readonly processLookupId: string;
  /** Directories put before PATH, the last one first. */
  readonly prependPath: string[];
  readonly usedStepNames: Set<string>;
  status: 'Succeeded' | 'SucceededWithIssues' | 'Failed' | 'Canceled';
}

/** Prepares directories, variables and masks as they are before the first step of a job. */
export function createPipelineState(options: PipelineJobOptions): PipelineState {
  const root = mkdtempSync(join(tmpdir(), 'azure-job-'));
  const directories = {
    root,
    sources: options.workspaceDir ?? join(root, '1', 's'),
    temp: join(root, '_temp'),
    tools: join(root, '_tool'),
  };
  for (const directory of Object.values(directories)) mkdirSync(directory, { recursive: true });
  const masker = createAgentMasker();
  const jobToken = options.jobToken ?? randomBytes(39).toString('base64url');
  const secrets = { 'System.AccessToken': jobToken, ...options.secretVariables };
  for (const secret of Object.values(secrets)) maskSecretVariable(masker, secret);
  for (const { authorization } of options.serviceConnections ?? []) {
    for (const [name, value] of Object.entries(authorization.parameters))
      if (isSecretParameter(name)) masker.add(value);
  }
  masker.add(jobToken);
  for (const { ticket } of options.secureFiles ?? []) masker.add(ticket);

  const collectionUri = options.collectionUri ?? `https://dev.azure.com/${options.organization ?? 'contoso'}/`;
  const processLookupId = `vsts_${randomUUID()}`;
  const variables = createVariables(masker);
  const initial = jobVariables(options, { directories, collectionUri, processLookupId });
  for (const [name, value] of Object.entries({ ...initial, ...options.variables })) variables.set(name, value);
  for (const [name, value] of Object.entries(secrets)) variables.set(name, value, { secret: true });
  variables.expand();
  return {
    options,
    isDebug: (options.debug ?? false) || variables.get('system.debug')?.value.toLowerCase() === 'true',
    masker,
    directories,
    collectionUri,
    variables,
    connections: options.serviceConnections ?? [],
    jobToken,
    processLookupId,
    prependPath: [],
    usedStepNames: new Set(),
    status: 'Succeeded',
  };
}
