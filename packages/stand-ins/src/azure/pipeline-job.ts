import { rmSync } from 'node:fs';
import { terminateOrphans } from '../process/orphans.js';
import type { StepResult } from '../result/step-result.js';
import { createAgentLog } from './agent-log.js';
import type { PipelineJobOptions } from './pipeline-options.js';
import { createPipelineState, type PipelineState } from './pipeline-state.js';
import type { PipelineStep } from './pipeline-step.js';
import { type PostStep, runStep } from './run-step.js';
import type { Variable } from './variables.js';

/** A job of a pipeline on the stand-in for the Azure Pipelines agent. */
export interface PipelineJob {
  readonly workspaceDir: string;
  /** AGENT_TEMPDIRECTORY. */
  readonly tempDir: string;
  /** Runs the next step; one at a time. */
  step(step: PipelineStep, options?: { readonly signal?: AbortSignal }): Promise<StepResult>;
  /** A variable as later steps see it: `$(name)`, `$(step.output)`. */
  variable(name: string): Variable | undefined;
  /** Runs the post-job parts, the last task's first, kills orphaned processes, and removes the job's directories. */
  finish(): Promise<FinishedPipelineJob>;
  /** The log so far, of all steps. */
  log(): string;
}

/** The end of a job. */
export interface FinishedPipelineJob {
  readonly status: PipelineState['status'];
  readonly post: readonly StepResult[];
  readonly orphans: readonly { readonly pid: number; readonly name: string }[];
  /** The log of the whole job. */
  readonly log: string;
}

/**
 * Starts a job. Its steps are given one by one, or by `runPipelineFile`. Directories are temporary and gone after `finish`,
 * except a `workspaceDir` that was given.
 */
export function startPipelineJob(options: PipelineJobOptions = {}): PipelineJob {
  const lines: string[] = [];
  const onLine = (line: string): void => {
    lines.push(line);
    options.onLogLine?.(line);
  };
  const job = createPipelineState({ ...options, onLogLine: onLine });
  const posts: PostStep[] = [];
  const log = (): string => lines.map(line => `${line}\n`).join('');
  return {
    workspaceDir: job.directories.sources,
    tempDir: job.directories.temp,
    step: (step, { signal } = {}) => runStep(job, step, { signal, registerPost: post => posts.push(post) }),
    variable: name => job.variables.get(name),
    async finish() {
      const results: StepResult[] = [];
      for (const post of posts.toReversed()) {
        const result = await post.run();
        results.push(result);
        if (result.outcome === 'failure' && job.status !== 'Canceled') job.status = 'Failed';
      }
      const end = createAgentLog(job.masker, { isDebug: job.isDebug, onLine });
      end.output('Start cleaning up orphan processes.');
      const orphans = await terminateOrphans('VSTS_PROCESS_LOOKUP_ID', job.processLookupId);
      for (const { pid, name } of orphans) end.output(`Terminate orphan process: pid (${pid}) (${name})`);
      rmSync(job.directories.root, { recursive: true, force: true });
      return { status: job.status, post: results, orphans, log: log() };
    },
    log,
  };
}
