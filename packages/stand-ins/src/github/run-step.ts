import type { StepResult } from '../result/step-result.js';
import { readActionMetadata } from './action-metadata.js';
import { findAction, generatedActionName } from './action-reference.js';
import { runActionStage, type UsedAction } from './action-stage.js';
import type { JobState } from './job-state.js';
import { runScriptStage } from './script-stage.js';
import { beginStep, evaluateStepEnv, type StepRun, stepContext } from './step-run.js';
import { evaluateCondition, evaluateTemplate } from './template.js';
import type { WorkflowStep } from './workflow-step.js';

/** A `post` entry point that waits for the end of the job. */
export interface PostStep {
  readonly run: () => Promise<StepResult>;
}

/** Runs one step of a job. Errors of the step (an unknown action, a bad expression) fail it, and stand in its log. */
export async function runStep(
  job: JobState,
  step: WorkflowStep,
  context: { readonly signal: AbortSignal | undefined; readonly registerPost: (post: PostStep) => void },
): Promise<StepResult> {
  const run = beginStep(job, { contextId: step.id });
  job.github['action'] = step.id ?? generatedActionName(step.uses, job.usedActionNames);
  const result = await guarded(run, async () => {
    evaluateStepEnv(run, step.env);
    const displayName = displayNameOf(step, run);
    run.log.debug(`Evaluating condition for step: '${displayName}'`);
    if (!evaluateCondition(String(step.if ?? 'success()'), run.scope))
      return run.result({ outcome: 'skipped', exitCode: null });
    run.log.debug(`Starting: ${displayName}`);
    const finished =
      step.uses === undefined
        ? await runScriptStage(run, step, context.signal)
        : await useAction(run, { ...step, uses: step.uses }, displayName, context);
    run.log.debug(`Finishing: ${displayName}`);
    return { ...finished, log: run.log.text() };
  });
  conclude(job, step, result, run);
  return result;
}

async function useAction(
  run: StepRun,
  step: WorkflowStep & { readonly uses: string },
  displayName: string,
  context: { readonly signal: AbortSignal | undefined; readonly registerPost: (post: PostStep) => void },
): Promise<StepResult> {
  const directory = findAction(step.uses, run.job.options.actions ?? {});
  if (directory === null) {
    run.log.output(`##[group]Run ${step.uses}`);
    run.log.output('##[endgroup]');
    return run.result({ outcome: 'success', exitCode: null });
  }
  const metadata = readActionMetadata(directory);
  const action: UsedAction = { reference: step.uses, metadata, inputs: step.with ?? {} };
  if (metadata.pre !== undefined && step.uses.startsWith('./')) {
    run.log.issue('warning', `\`pre\` execution is not supported for local action from '${step.uses}'`);
  } else if (metadata.pre !== undefined && evaluateCondition(metadata.preIf, run.scope)) {
    const pre = await runActionStage(run, action, 'pre', context.signal);
    if (pre.outcome !== 'success') return pre;
  }
  if (metadata.post !== undefined) {
    run.log.debug(`Register post job cleanup for action: ${step.uses}`);
    const actionName = run.job.github['action'] ?? '';
    context.registerPost({
      run: async () => {
        const post = beginStep(run.job, { state: run.state });
        run.job.github['action'] = actionName;
        return guarded(post, () => {
          evaluateStepEnv(post, step.env);
          return runPost(post, action, `Post ${displayName}`);
        });
      },
    });
  }
  return runActionStage(run, action, 'main', context.signal);
}

async function runPost(run: StepRun, action: UsedAction, displayName: string): Promise<StepResult> {
  run.log.debug(`Evaluating condition for step: '${displayName}'`);
  if (!evaluateCondition(action.metadata.postIf, run.scope)) return run.result({ outcome: 'skipped', exitCode: null });
  run.log.debug(`Starting: ${displayName}`);
  const result = await runActionStage(run, action, 'post', undefined);
  run.log.debug(`Finishing: ${displayName}`);
  return { ...result, log: run.log.text() };
}

/** An exception fails the step with its message: https://github.com/actions/runner/blob/main/src/Runner.Worker/StepsRunner.cs */
async function guarded(run: StepRun, body: () => Promise<StepResult>): Promise<StepResult> {
  try {
    return await body();
  } catch (error) {
    run.log.issue('error', error instanceof Error ? error.message : String(error));
    return run.result({ outcome: 'failure', exitCode: null });
  }
}

function displayNameOf(step: WorkflowStep, run: StepRun): string {
  const text = step.name ?? `Run ${(step.uses ?? step.run ?? '').trimStart().split(/[\r\n]/)[0]}`;
  try {
    return run.masker.mask(evaluateTemplate(text, { ...run.scope, debug: () => undefined }));
  } catch {
    return text;
  }
}

function conclude(job: JobState, step: WorkflowStep, result: StepResult, run: StepRun): void {
  const continues =
    result.outcome === 'failure' &&
    evaluateTemplate(String(step['continue-on-error'] ?? false), { ...run.scope, debug: () => undefined }) === 'true';
  if (step.id !== undefined) {
    const context = stepContext(job, step.id);
    context.outcome = result.outcome;
    context.conclusion = continues ? 'success' : result.outcome;
  }
  if (result.outcome === 'cancelled') job.status = 'cancelled';
  if (result.outcome === 'failure' && !continues && job.status === 'success') job.status = 'failure';
}
