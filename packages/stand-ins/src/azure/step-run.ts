import type { SecretMasker } from '../masking/secret-masker.js';
import type { StepOutcome, StepResult } from '../result/step-result.js';
import { type AgentLog, createAgentLog } from './agent-log.js';
import type { PipelineState } from './pipeline-state.js';
import type { Restrictions } from './restrictions.js';
import { mergeTaskResults, outcomeOf, type TaskResult } from './task-result.js';
import { createVariables, type Variables } from './variables.js';

/** A step while it runs: what its commands may change. */
export interface StepRun {
  readonly job: PipelineState;
  readonly masker: SecretMasker;
  readonly log: AgentLog;
  /** The step's reference name: outputs are stored as `<name>.<output>`. */
  readonly name: string;
  readonly taskVariables: Variables;
  readonly restrictions: readonly Restrictions[];
  /** Names that task.json lists: they are outputs even without `isoutput`. */
  readonly outputVariables: ReadonlySet<string>;
  readonly forceCompleted: Promise<void>;
  setVariable(name: string, value: string, flags: VariableCommand): void;
  complete(result: TaskResult): void;
  /** A command failed: merged into the result at the end. */
  failCommand(): void;
  forceComplete(): void;
  addSummary(markdown: string): void;
  result(end: StepEnd): StepResult;
}

/** The flags of `task.setvariable`. */
export interface VariableCommand {
  readonly isSecret: boolean;
  readonly isOutput: boolean;
  readonly isReadOnly: boolean;
  readonly preserveCase: boolean;
}

/** How a step ended. Without an outcome, the merged result of its commands decides. */
export interface StepEnd {
  readonly outcome?: StepOutcome;
  readonly exitCode: number | null;
  readonly rawStdout?: string;
  readonly rawStderr?: string;
}

// A task that says `done=true` has five seconds to end.
const FORCE_COMPLETE_MS = 5_000;

/** Begins a step, or its post-job part, which shares the task variables. */
export function beginStep(
  job: PipelineState,
  options: {
    readonly name: string;
    readonly taskVariables?: Variables;
    readonly restrictions?: readonly Restrictions[];
    readonly outputVariables?: ReadonlySet<string>;
  },
): StepRun {
  const started = performance.now();
  const log = createAgentLog(job.masker, { isDebug: job.isDebug, onLine: job.options.onLogLine });
  const taskVariables = options.taskVariables ?? createVariables(job.masker);
  const outputVariables = options.outputVariables ?? new Set<string>();
  const outputs: Record<string, string> = {};
  const secretOutputs = new Set<string>();
  const variables: Record<string, string> = {};
  const { promise: forceCompleted, resolve: settleForced } = deferred();
  let summary = '';
  let result: TaskResult | undefined;
  let commandsFailed = false;

  return {
    job,
    masker: job.masker,
    log,
    name: options.name,
    taskVariables,
    restrictions: options.restrictions ?? [],
    outputVariables,
    forceCompleted,
    setVariable(name, value, flags) {
      const { isSecret: secret, preserveCase } = flags;
      if (flags.isOutput || outputVariables.has(name.toLowerCase())) {
        outputs[name] = value;
        if (secret) secretOutputs.add(name);
        const readOnly = flags.isOutput || flags.isReadOnly;
        job.variables.set(`${options.name}.${name}`, value, { secret, readOnly, preserveCase });
      } else {
        variables[name] = value;
        job.variables.set(name, value, { secret, readOnly: flags.isReadOnly, preserveCase });
      }
    },
    complete(coming) {
      result = mergeTaskResults(result, coming);
    },
    failCommand() {
      commandsFailed = true;
    },
    forceComplete() {
      setTimeout(settleForced, FORCE_COMPLETE_MS).unref();
    },
    addSummary(markdown) {
      summary += markdown;
    },
    result(end) {
      if (commandsFailed) result = mergeTaskResults(result, 'Failed');
      return {
        outcome: end.outcome ?? outcomeOf(result ?? 'Succeeded'),
        exitCode: end.exitCode,
        log: log.text(),
        rawStdout: end.rawStdout ?? '',
        rawStderr: end.rawStderr ?? '',
        outputs,
        secretOutputs: [...secretOutputs],
        state: Object.fromEntries(taskVariables.all().map(({ name, value }) => [name, value])),
        exportedEnv: variables,
        annotations: log.issues(),
        summary,
        masks: job.masker.registered(),
        durationMs: performance.now() - started,
      };
    },
  };
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>(settle => {
    resolve = settle;
  });
  return { promise, resolve };
}
