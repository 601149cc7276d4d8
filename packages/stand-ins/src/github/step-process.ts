import { cleanEnvironment } from '../process/clean-environment.js';
import { runProcess } from '../process/run-process.js';
import type { StepResult } from '../result/step-result.js';
import { createCommandProcessor } from './command-processor.js';
import { createFileCommands, processFileCommands } from './file-commands.js';
import type { StepRun } from './step-run.js';

/** A step's process: how it is started, and what the runner writes when it ends. */
export interface StepProcess {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
  readonly onExit: (exitCode: number | null) => void;
}

/** The files for commands exist, and the `github` context names them, before inputs and environment are evaluated. */
export function openFileCommands(run: StepRun): () => void {
  const paths = createFileCommands(run.job.directories.temp);
  Object.assign(run.job.github, paths);
  return () => processFileCommands(paths, run);
}

/**
 * Starts the process, parses both of its streams, and reads its files afterwards, also when it could not be started.
 * GITHUB_ACTIONS and CI are set last: https://github.com/actions/runner/blob/main/src/Runner.Sdk/ProcessInvoker.cs
 */
export async function runStepProcess(run: StepRun, request: StepProcess, closeFiles: () => void): Promise<StepResult> {
  const base = cleanEnvironment({ ...run.job.options.runnerEnv, RUNNER_TRACKING_ID: run.job.trackingId });
  const env: Record<string, string> = { ...base, ...request.env, GITHUB_ACTIONS: 'true' };
  env['CI'] ??= 'true';
  if (run.job.prependPath.length > 0) {
    env['PATH'] = [...run.job.prependPath.toReversed(), env['PATH'] ?? ''].join(':');
  }
  // The runner takes this one out of an action's environment: https://github.com/actions/runner/issues/795
  delete env['NODE_ICU_DATA'];
  try {
    const { exitCode, rawStdout, rawStderr } = await runProcess({
      file: request.file,
      args: request.args,
      cwd: request.cwd,
      env,
      onLine: createCommandProcessor(run),
      signal: request.signal,
    });
    request.onExit(exitCode);
    closeFiles();
    if (request.signal?.aborted) {
      run.log.issue('error', 'The operation was canceled.');
      return run.result({ outcome: 'cancelled', exitCode, rawStdout, rawStderr });
    }
    const outcome = exitCode === 0 && !run.hasFailed() ? 'success' : 'failure';
    return run.result({ outcome, exitCode, rawStdout, rawStderr });
  } catch (error) {
    closeFiles();
    throw error;
  }
}
