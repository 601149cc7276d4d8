import { join } from 'node:path';
import { nodeRuntimes } from '../node-runtimes.js';
import type { StepResult } from '../result/step-result.js';
import { inputEnvironment, resolveActionInputs } from './action-inputs.js';
import type { ActionMetadata } from './action-metadata.js';
import { openFileCommands, runStepProcess } from './step-process.js';
import { type StepRun, stepEnvironment } from './step-run.js';

/** One of an action's three entry points. */
export type ActionStage = 'pre' | 'main' | 'post';

/** An action that a step uses. */
export interface UsedAction {
  /** As written: `org/entra-token@v1` or `./`. */
  readonly reference: string;
  readonly metadata: ActionMetadata;
  readonly inputs: Readonly<Record<string, string | number | boolean>>;
}

/**
 * Runs one entry point of an action with `<node> "<action directory>/<entry>"`, in the workspace.
 * https://github.com/actions/runner/blob/main/src/Runner.Worker/Handlers/NodeScriptActionHandler.cs
 */
export async function runActionStage(
  run: StepRun,
  action: UsedAction,
  stage: ActionStage,
  signal: AbortSignal | undefined,
): Promise<StepResult> {
  const { job, log } = run;
  setActionContext(run, action.reference);
  const closeFiles = openFileCommands(run);
  log.debug('Loading inputs');
  const inputs = resolveActionInputs(action.inputs, action.metadata, run.scope, log);
  log.debug('Loading env');
  const environment: Record<string, string> = { ...run.env };
  for (const [name, value] of run.state) environment[`STATE_${name}`] = value;
  printDetails(run, action, stage, inputs, environment);

  const entry = action.metadata[stage] ?? '';
  return runStepProcess(
    run,
    {
      file: nodeRuntimes[job.options.node ?? action.metadata.node],
      args: [join(action.metadata.directory, entry)],
      cwd: job.directories.workspace,
      env: {
        ...environment,
        ...inputEnvironment(inputs),
        ...stepEnvironment(run),
        ACTIONS_RUNTIME_URL: 'https://runtime.actions.invalid/',
        ACTIONS_RUNTIME_TOKEN: job.systemToken,
      },
      signal,
      onExit: exitCode => log.debug(`Node Action run completed with exit code ${exitCode}`),
    },
    closeFiles,
  );
}

function setActionContext(run: StepRun, reference: string): void {
  const isLocal = reference.startsWith('./');
  const [repository = '', ref = ''] = reference.split('@');
  run.job.github['action_repository'] = isLocal ? '' : repository.split('/').slice(0, 2).join('/');
  run.job.github['action_ref'] = isLocal ? '' : ref;
}

// https://github.com/actions/runner/blob/main/src/Runner.Worker/Handlers/Handler.cs (PrintActionDetails)
function printDetails(
  run: StepRun,
  action: UsedAction,
  stage: ActionStage,
  inputs: ReadonlyMap<string, string>,
  environment: Readonly<Record<string, string>>,
): void {
  const { log } = run;
  if (stage === 'post') {
    log.output('Post job cleanup.');
    return;
  }
  log.output(`##[group]Run ${action.reference}`);
  if (inputs.size > 0) log.output('with:');
  for (const [name, value] of inputs) if (value !== '') log.output(`  ${name}: ${value}`);
  printEnvironment(run, environment);
  log.output('##[endgroup]');
}

/** The `env:` block of a step's header. */
export function printEnvironment(run: StepRun, environment: Readonly<Record<string, string>>): void {
  const entries = Object.entries(environment);
  if (entries.length > 0) run.log.output('env:');
  for (const [name, value] of entries) run.log.output(`  ${name}: ${value}`);
}
