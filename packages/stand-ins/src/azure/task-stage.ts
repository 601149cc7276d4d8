import { join } from 'node:path';
import { nodeRuntimes } from '../node-runtimes.js';
import { cleanEnvironment } from '../process/clean-environment.js';
import { runProcess } from '../process/run-process.js';
import type { StepResult } from '../result/step-result.js';
import { createCommandProcessor } from './command-processor.js';
import type { PipelineStep } from './pipeline-step.js';
import type { StepRun } from './step-run.js';
import {
  connectionEnvironment,
  inputEnvironment,
  secureFileEnvironment,
  systemConnectionEnvironment,
  taskVariableEnvironment,
  variableEnvironment,
} from './task-environment.js';
import { expand, idsIn, resolveTaskInputs } from './task-inputs.js';
import { selectHandler, type TaskMetadata, type TaskStage } from './task-metadata.js';

/**
 * Runs one handler of a task with `<node> "<task directory>/<target>"`, in the default working directory. Throws what fails the
 * step: https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Worker/Handlers/NodeHandler.cs
 */
export async function runTaskStage(
  run: StepRun,
  step: PipelineStep,
  metadata: TaskMetadata,
  stage: TaskStage,
  signal: AbortSignal | undefined,
): Promise<StepResult> {
  const { job, log } = run;
  printTask(run, metadata);
  const selected = selectHandler(metadata, stage, { newest: job.options.handler ?? 'Node24', node: job.options.node });
  if (!selected) {
    throw new Error(
      'The current operating system is not capable of running this task. That typically means the task was written for Windows only. For example, written for Windows Desktop PowerShell.',
    );
  }
  const inputs = resolveTaskInputs(step.inputs ?? {}, metadata, job, run.name);
  const connectionIds = idsIn(inputs, metadata, type => type.startsWith('connectedservice:'));
  const fileIds = idsIn(inputs, metadata, type => type === 'securefile');
  const connections = job.connections.filter(({ id }) => connectionIds.has(id.toLowerCase()));
  const files = (job.options.secureFiles ?? []).filter(({ id }) => fileIds.has(id.toLowerCase()));
  if (connections.length + files.length > 0 && isRestrictedFork(run))
    return run.result({ outcome: 'skipped', exitCode: null });

  const file = nodeRuntimes[selected.node];
  const script = join(metadata.directory, selected.target);
  log.debug('Using legacy node selection path for handler node resolution.');
  log.debug(`Using node path: ${file}`);
  const { exitCode, rawStdout, rawStderr } = await runProcess({
    file,
    args: [script],
    cwd: job.directories.sources,
    env: processEnvironment(run, {
      ...stepVariables(run, step),
      ...variableEnvironment(job.variables),
      ...inputEnvironment(inputs),
      ...connectionEnvironment(connections),
      ...systemConnectionEnvironment(job),
      ...secureFileEnvironment(files),
      ...taskVariableEnvironment(run.taskVariables),
    }),
    onLine: createCommandProcessor(run),
    signal,
    forceCompleted: run.forceCompleted,
  });
  if (signal?.aborted) {
    log.issue('error', 'The operation was canceled.');
    return run.result({ outcome: 'cancelled', exitCode, rawStdout, rawStderr });
  }
  if (exitCode !== null && exitCode !== 0) {
    log.issue('error', `Exit code ${exitCode} returned from process: file name '${file}', arguments '"${script}"'.`);
    return run.result({ outcome: 'failure', exitCode, rawStdout, rawStderr });
  }
  return run.result({ exitCode, rawStdout, rawStderr });
}

/** The step's `env`: the only way for a secret variable into a script's environment. */
export function stepVariables(run: StepRun, step: PipelineStep): Record<string, string> {
  return Object.fromEntries(
    Object.entries(step.env ?? {}).map(([name, value]) => [name.trim(), expand(String(value).trim(), run.job)]),
  );
}

/** The agent's own environment, what the step adds, the prepended path and TF_BUILD. */
export function processEnvironment(run: StepRun, added: Readonly<Record<string, string>>): Record<string, string> {
  const environment: Record<string, string> = {
    ...cleanEnvironment(run.job.options.agentEnv),
    ...added,
    TF_BUILD: 'True',
  };
  if (run.job.prependPath.length > 0) {
    environment['PATH'] = [...run.job.prependPath.toReversed(), environment['PATH'] ?? ''].join(':');
  }
  return environment;
}

function isRestrictedFork({ job: { variables } }: StepRun): boolean {
  const isTrue = (name: string): boolean => variables.get(name)?.value.toLowerCase() === 'true';
  return isTrue('system.restrictSecrets') && isTrue('system.pullRequest.isFork');
}

function printTask({ log }: StepRun, metadata: TaskMetadata): void {
  const rule = '='.repeat(78);
  log.unmasked(rule);
  log.unmasked(`Task         : ${metadata.friendlyName}`);
  log.unmasked(`Description  : ${metadata.description}`);
  log.unmasked(`Version      : ${metadata.version}`);
  log.unmasked(`Author       : ${metadata.author}`);
  log.unmasked(`Help         : ${metadata.help}`);
  log.unmasked(rule);
}
