import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExpressionValue } from '../expressions/expression.js';
import type { SecretMasker } from '../masking/secret-masker.js';
import { githubContext } from './contexts.js';
import { createRunnerMasker, maskJobSecrets } from './job-masks.js';
import type { WorkflowJobOptions } from './job-options.js';

/** What `steps.<id>` holds. */
export interface StepContext {
  readonly outputs: Record<string, string>;
  outcome: string;
  conclusion: string;
}

/** What the steps of a job share and change. */
export interface JobState {
  readonly options: WorkflowJobOptions;
  readonly masker: SecretMasker;
  readonly directories: { readonly root: string; readonly workspace: string; readonly temp: string };
  readonly github: Record<string, ExpressionValue>;
  readonly token: string;
  readonly systemToken: string;
  readonly trackingId: string;
  readonly env: Map<string, string>;
  readonly steps: Map<string, StepContext>;
  /** Directories put before PATH, the last one first. */
  readonly prependPath: string[];
  readonly usedActionNames: Set<string>;
  status: 'success' | 'failure' | 'cancelled';
}

/** Prepares directories, contexts and masks as they are before the first step of a job. */
export function createJobState(options: WorkflowJobOptions): JobState {
  const root = mkdtempSync(join(tmpdir(), 'github-job-'));
  const workspace = options.workspaceDir ?? join(root, 'work');
  const temp = join(root, '_temp');
  for (const directory of [workspace, join(temp, '_runner_file_commands'), join(temp, '_github_workflow')]) {
    mkdirSync(directory, { recursive: true });
  }
  const eventPath = join(temp, '_github_workflow', 'event.json');
  writeFileSync(eventPath, JSON.stringify(options.event ?? {}, null, 2));

  const masker = createRunnerMasker();
  const token = options.token ?? `ghs_${randomBytes(18).toString('hex')}`;
  const systemToken = options.oidc?.requestToken ?? randomBytes(32).toString('hex');
  maskJobSecrets(masker, { secrets: options.secrets ?? {}, token, systemToken });
  return {
    options,
    masker,
    directories: { root, workspace, temp },
    github: githubContext(options, { workspace, eventPath, token }),
    token,
    systemToken,
    trackingId: `github_${randomUUID()}`,
    env: new Map(),
    steps: new Map(),
    prependPath: [],
    usedActionNames: new Set(),
    status: 'success',
  };
}
