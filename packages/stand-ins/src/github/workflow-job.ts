import { rmSync } from 'node:fs';
import { terminateOrphans } from '../process/orphans.js';
import type { StepResult } from '../result/step-result.js';
import type { WorkflowJobOptions } from './job-options.js';
import { collectJobOutputs, type JobOutputs } from './job-outputs.js';
import { createJobState } from './job-state.js';
import { type PostStep, runStep } from './run-step.js';
import { beginStep } from './step-run.js';
import { evaluateTemplate } from './template.js';
import type { WorkflowStep } from './workflow-step.js';

/** A job of a workflow on the stand-in for the GitHub runner. */
export interface WorkflowJob {
  readonly workspaceDir: string;
  /** RUNNER_TEMP. */
  readonly tempDir: string;
  /** Runs the next step; one at a time. */
  step(step: WorkflowStep, options?: { readonly signal?: AbortSignal }): Promise<StepResult>;
  /** Evaluates the job's `outputs:`. Those that hold a masked value are dropped with a warning. */
  jobOutputs(mapping: Readonly<Record<string, string>>): JobOutputs;
  /**
   * Runs the `post` entry points, the last action's first, evaluates the job's `outputs:`, kills orphaned processes, and removes
   * the job's directories.
   */
  finish(outputs?: Readonly<Record<string, string>>): Promise<FinishedJob>;
  /** The log so far, of all steps. */
  log(): string;
}

/** The end of a job. */
export interface FinishedJob {
  readonly status: 'success' | 'failure' | 'cancelled';
  readonly post: readonly StepResult[];
  /** What later jobs get. */
  readonly outputs: JobOutputs['outputs'];
  readonly orphans: readonly { readonly pid: number; readonly name: string }[];
  /** The log of the whole job. */
  readonly log: string;
}

/**
 * Starts a job. Its steps are given one by one, or by `runWorkflowFile`. Directories are temporary and gone after `finish`,
 * except a `workspaceDir` that was given.
 */
export function startWorkflowJob(options: WorkflowJobOptions = {}): WorkflowJob {
  const lines: string[] = [];
  const job = createJobState({
    ...options,
    onLogLine(line) {
      lines.push(line);
      options.onLogLine?.(line);
    },
  });
  const posts: PostStep[] = [];
  const setup = beginStep(job, {});
  for (const [name, value] of Object.entries(options.env ?? {})) {
    job.env.set(name, evaluateTemplate(String(value), { ...setup.scope, debug: () => undefined }));
  }
  return {
    workspaceDir: job.directories.workspace,
    tempDir: job.directories.temp,
    step: (step, { signal } = {}) => runStep(job, step, { signal, registerPost: post => posts.push(post) }),
    jobOutputs: mapping => collectJobOutputs(job, mapping),
    async finish(mapping) {
      const results: StepResult[] = [];
      for (const post of posts.toReversed()) {
        const result = await post.run();
        results.push(result);
        if (result.outcome === 'failure' && job.status === 'success') job.status = 'failure';
      }
      const { outputs } = mapping ? collectJobOutputs(job, mapping) : { outputs: {} };
      setup.log.output('Cleaning up orphan processes');
      const orphans = await terminateOrphans('RUNNER_TRACKING_ID', job.trackingId);
      for (const { pid, name } of orphans) setup.log.output(`Terminate orphan process: pid (${pid}) (${name})`);
      rmSync(job.directories.root, { recursive: true, force: true });
      return { status: job.status, post: results, outputs, orphans, log: lines.map(line => `${line}\n`).join('') };
    },
    log: () => lines.map(line => `${line}\n`).join(''),
  };
}
