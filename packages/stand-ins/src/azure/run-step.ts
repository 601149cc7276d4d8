import type { StepResult } from '../result/step-result.js';
import { evaluateCondition } from './condition.js';
import type { PipelineState } from './pipeline-state.js';
import type { PipelineStep } from './pipeline-step.js';
import { runScriptStage } from './script-stage.js';
import { beginStep, type StepRun } from './step-run.js';
import { readTaskMetadata, type TaskMetadata } from './task-metadata.js';
import { runTaskStage } from './task-stage.js';
import { createVariables } from './variables.js';

/** A post-job part that waits for the end of the job. */
export interface PostStep {
  readonly run: () => Promise<StepResult>;
}

/** What a job needs of a step beside its result. */
export interface StepContext {
  readonly signal: AbortSignal | undefined;
  readonly registerPost: (post: PostStep) => void;
}

/** Runs one step of a job. Errors of the step fail it, and stand in its log. Throws an Error for an unknown task. */
export async function runStep(job: PipelineState, step: PipelineStep, context: StepContext): Promise<StepResult> {
  const metadata = step.task === undefined ? null : findTask(step.task, job.options.tasks ?? {});
  const name = step.name ?? generatedName(step, job.usedStepNames);
  const displayName = step.displayName ?? metadata?.friendlyName ?? displayNameOf(step);
  const taskVariables = createVariables(job.masker);
  const shared = {
    name,
    taskVariables,
    restrictions: [...(metadata ? [metadata.restrictions] : []), ...targetRestrictions(step)],
    outputVariables: metadata?.outputVariables ?? new Set<string>(),
  };
  if (metadata?.stages.postjobexecution && Object.keys(metadata.stages.postjobexecution).length > 0) {
    context.registerPost({
      run: () =>
        perform(beginStep(job, shared), `Post-job: ${displayName}`, 'always()', post =>
          runTaskStage(post, step, metadata, 'postjobexecution', undefined),
        ),
    });
  }
  const run = beginStep(job, shared);
  const condition = step.enabled === false ? 'false' : String(step.condition ?? 'succeeded()');
  const result = await perform(run, displayName, condition, () => runMain(run, step, metadata, context.signal));
  conclude(job, step, result);
  return result;
}

function runMain(
  run: StepRun,
  step: PipelineStep,
  metadata: TaskMetadata | null,
  signal: AbortSignal | undefined,
): Promise<StepResult> {
  if (metadata) return runTaskStage(run, step, metadata, 'execution', signal);
  if (step.script !== undefined || step.bash !== undefined) return runScriptStage(run, step, signal);
  return Promise.resolve(run.result({ exitCode: null }));
}

/** https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Worker/StepsRunner.cs */
async function perform(
  run: StepRun,
  displayName: string,
  condition: string,
  body: (run: StepRun) => Promise<StepResult>,
): Promise<StepResult> {
  const { job, log } = run;
  for (const warning of job.variables.expand()) log.issue('warning', warning);
  log.debug(`Evaluating condition for step: '${displayName}'`);
  try {
    if (!evaluateCondition(condition, job, log)) {
      log.output('Skipping step due to condition evaluation.');
      return run.result({ outcome: 'skipped', exitCode: null });
    }
  } catch (error) {
    return fail(run, error);
  }
  log.section(`Starting: ${displayName}`);
  job.variables.set('task.displayName', displayName);
  const result = await body(run).catch(error => fail(run, error));
  job.variables.delete('task.displayName');
  log.section(`Finishing: ${displayName}`);
  return { ...result, log: log.text() };
}

function fail(run: StepRun, error: unknown): StepResult {
  run.log.issue('error', error instanceof Error ? error.message : String(error));
  return run.result({ outcome: 'failure', exitCode: null });
}

function findTask(task: string, tasks: Readonly<Record<string, string | null>>): TaskMetadata | null {
  const bare = task.split('@')[0] ?? task;
  for (const key of [task, bare]) {
    const directory = tasks[key];
    if (directory === null) return null;
    if (directory !== undefined) return readTaskMetadata(directory);
  }
  throw new Error(`A task is missing. The pipeline references a task called '${bare}'. Give its directory in "tasks".`);
}

function targetRestrictions({ target }: PipelineStep) {
  if (!target) return [];
  const settableVariables = target.settableVariables === 'none' ? [] : target.settableVariables;
  return [{ commandMode: target.commands, settableVariables }];
}

/** Steps without a name are called after their task and its count: `EntraToken1`, `CmdLine2`. */
function generatedName(step: PipelineStep, used: Set<string>): string {
  const base = step.task?.split('@')[0] ?? (step.bash === undefined ? 'CmdLine' : 'Bash');
  let count = 1;
  while (used.has(`${base}${count}`)) count += 1;
  used.add(`${base}${count}`);
  return `${base}${count}`;
}

function displayNameOf(step: PipelineStep): string {
  return (
    step.task ??
    (step.checkout === undefined ? (step.bash === undefined ? 'CmdLine' : 'Bash') : `Checkout ${step.checkout}`)
  );
}

function conclude(job: PipelineState, step: PipelineStep, result: StepResult): void {
  if (result.outcome === 'cancelled') job.status = 'Canceled';
  if (result.outcome === 'failure' && job.status !== 'Canceled' && job.status !== 'Failed') {
    job.status = step.continueOnError ? 'SucceededWithIssues' : 'Failed';
  }
  job.variables.set('agent.jobStatus', job.status);
}
