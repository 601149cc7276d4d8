import type { StepOutcome, StepResult } from '../result/step-result.js';
import type { CommandTarget } from './command-processor.js';
import { contextEnvironment, expressionContexts } from './contexts.js';
import type { FileCommandTarget } from './file-commands.js';
import type { JobState, StepContext } from './job-state.js';
import { createStepLog, type StepLog } from './step-log.js';
import { evaluateTemplate, type TemplateScope } from './template.js';
import type { WorkflowStep } from './workflow-step.js';

/** A step while it runs: what it may change, and what it has left so far. */
export interface StepRun extends CommandTarget, FileCommandTarget {
  readonly job: JobState;
  readonly log: StepLog;
  /** The step's `env` context. */
  readonly env: Record<string, string>;
  readonly scope: TemplateScope;
  readonly state: Map<string, string>;
  hasFailed(): boolean;
  result(end: {
    readonly outcome: StepOutcome;
    readonly exitCode: number | null;
    readonly rawStdout?: string;
    readonly rawStderr?: string;
  }): StepResult;
}

/**
 * Begins a step (or one of its stages). `contextId` is the step's id, under which its outputs are found later; without one they
 * are dropped. `state` is shared by the stages of an action.
 */
export function beginStep(
  job: JobState,
  options: {
    readonly contextId?: string | undefined;
    readonly state?: Map<string, string>;
  },
): StepRun {
  const started = performance.now();
  const log = createStepLog(job.masker, { isDebug: job.options.debug ?? false, onLine: job.options.onLogLine });
  const env: Record<string, string> = Object.fromEntries(job.env);
  const state = options.state ?? new Map<string, string>();
  const outputs: Record<string, string> = {};
  const exported: Record<string, string> = {};
  let summary = '';
  let failed = false;

  const scope: TemplateScope = {
    get contexts() {
      return expressionContexts(job, env);
    },
    functions: {
      success: () => job.status === 'success',
      failure: () => job.status === 'failure',
      cancelled: () => job.status === 'cancelled',
      always: () => true,
    },
    masker: job.masker,
    debug: log.debug,
  };

  return {
    job,
    log,
    env,
    scope,
    state,
    masker: job.masker,
    setOutput(name, value) {
      outputs[name] = value;
      if (options.contextId !== undefined) stepContext(job, options.contextId).outputs[name] = value;
    },
    saveState(name, value) {
      state.set(name, value);
      log.debug(`Save intra-action state ${name} = ${value}`);
    },
    setEnv(name, value) {
      exported[name] = value;
      env[name] = value;
      job.env.set(name, value);
      log.debug(`${name}='${value}'`);
    },
    addPath(path) {
      const known = job.prependPath.indexOf(path);
      if (known >= 0) job.prependPath.splice(known, 1);
      job.prependPath.push(path);
    },
    addSummary(markdown) {
      summary += markdown;
    },
    fail() {
      failed = true;
    },
    hasFailed: () => failed,
    result: end => ({
      ...end,
      log: log.text(),
      rawStdout: end.rawStdout ?? '',
      rawStderr: end.rawStderr ?? '',
      outputs,
      secretOutputs: [],
      state: Object.fromEntries(state),
      exportedEnv: exported,
      annotations: log.annotations(),
      summary,
      masks: job.masker.registered(),
      durationMs: performance.now() - started,
    }),
  };
}

/** The entry `steps.<id>`, created when the step has none yet. */
export function stepContext(job: JobState, id: string): StepContext {
  const known = job.steps.get(id);
  if (known) return known;
  const created: StepContext = { outputs: {}, outcome: 'success', conclusion: 'success' };
  job.steps.set(id, created);
  return created;
}

/** What every process of the step has in its environment beside its own variables. */
export function stepEnvironment(run: StepRun): Record<string, string> {
  const { oidc } = run.job.options;
  return {
    ...contextEnvironment(run.job),
    ...(oidc
      ? { ACTIONS_ID_TOKEN_REQUEST_URL: oidc.requestUrl, ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.requestToken }
      : {}),
  };
}

/** Adds the step's own `env` to its `env` context. Throws the error of an expression in it. */
export function evaluateStepEnv(run: StepRun, env: WorkflowStep['env'] = {}): void {
  const evaluated = Object.entries(env).map(([name, value]) => [name, evaluateTemplate(String(value), run.scope)]);
  Object.assign(run.env, Object.fromEntries(evaluated));
}
