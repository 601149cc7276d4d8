import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { StepResult } from '../result/step-result.js';
import type { WorkflowJobOptions } from './job-options.js';
import { type FinishedJob, startWorkflowJob } from './workflow-job.js';
import type { WorkflowStep } from './workflow-step.js';

/** What a job of a workflow file did. */
export interface WorkflowRun extends FinishedJob {
  readonly steps: readonly StepResult[];
}

interface JobDefinition {
  readonly env?: Readonly<Record<string, string | number | boolean>>;
  readonly steps?: readonly WorkflowStep[];
  readonly outputs?: Readonly<Record<string, string>>;
  readonly permissions?: string | Readonly<Record<string, string>>;
  readonly defaults?: { readonly run?: { readonly shell?: string; readonly 'working-directory'?: string } };
}

interface WorkflowDefinition extends JobDefinition {
  readonly name?: string;
  readonly jobs?: Readonly<Record<string, JobDefinition>>;
}

/**
 * Runs the steps of one job of a workflow, which is given as a path or as YAML. Without `job` it must have only one. As on GitHub,
 * `oidc` reaches the job only with `permissions: id-token: write`. Triggers, matrices, containers and services are ignored.
 */
export async function runWorkflowFile(source: string, options: WorkflowJobOptions = {}): Promise<WorkflowRun> {
  const workflow: WorkflowDefinition = parse(existsSync(source) ? readFileSync(source, 'utf8') : source);
  const [name, definition] = selectJob(workflow, options.job);
  const { oidc, ...rest } = options;
  const mayRequestTokens = allowsIdToken(definition.permissions ?? workflow.permissions);
  const defaults = { ...workflow.defaults?.run, ...definition.defaults?.run, ...options.defaults };
  const job = startWorkflowJob({
    ...rest,
    ...(oidc && mayRequestTokens ? { oidc } : {}),
    job: name,
    ...(workflow.name === undefined ? {} : { workflow: workflow.name }),
    env: { ...workflow.env, ...definition.env, ...options.env },
    defaults,
  });
  const steps: StepResult[] = [];
  for (const step of definition.steps ?? []) steps.push(await job.step(step));
  return { ...(await job.finish(definition.outputs)), steps };
}

function selectJob(workflow: WorkflowDefinition, wanted: string | undefined): readonly [string, JobDefinition] {
  const jobs = Object.entries(workflow.jobs ?? {});
  const found =
    wanted === undefined ? (jobs.length === 1 ? jobs[0] : undefined) : jobs.find(([name]) => name === wanted);
  if (!found)
    throw new Error(`Choose one of the workflow's jobs: ${jobs.map(([name]) => name).join(', ') || 'it has none'}.`);
  return found;
}

function allowsIdToken(permissions: JobDefinition['permissions']): boolean {
  return typeof permissions === 'object' ? permissions['id-token'] === 'write' : permissions === 'write-all';
}
