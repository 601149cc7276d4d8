import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runProcess } from '../process/run-process.js';
import type { StepResult } from '../result/step-result.js';
import { createCommandProcessor } from './command-processor.js';
import type { PipelineStep } from './pipeline-step.js';
import type { StepRun } from './step-run.js';
import { variableEnvironment } from './task-environment.js';
import { expand } from './task-inputs.js';
import { processEnvironment, stepVariables } from './task-stage.js';

/**
 * Runs a `script` or `bash` step as the tasks CmdLine and Bash do. Macros in the script are expanded into the file, secrets too;
 * in the environment are the public variables and the step's `env`, because task-lib takes `SECRET_*`, `ENDPOINT_AUTH_*` and
 * `INPUT_*` out of its process before it starts the shell.
 * https://github.com/microsoft/azure-pipelines-tasks/blob/master/Tasks/BashV3/bash.ts,
 * https://github.com/microsoft/azure-pipelines-tasks/blob/master/Tasks/CmdLineV2/cmdline.ts
 */
export async function runScriptStage(
  run: StepRun,
  step: PipelineStep,
  signal: AbortSignal | undefined,
): Promise<StepResult> {
  const { job, log } = run;
  const isBash = step.bash !== undefined;
  const script = expand((step.bash ?? step.script ?? '').trim(), job);
  const cwd = resolve(job.directories.sources, expand(step.workingDirectory ?? '', job));
  printHeader(run, isBash, script, cwd);
  const file = join(job.directories.temp, `${randomUUID()}.sh`);
  writeFileSync(file, script);
  const args = isBash ? [file] : ['--noprofile', '--norc', file];
  log.output(`[command]/usr/bin/bash ${args.join(' ')}`);
  const { exitCode, rawStdout, rawStderr } = await runProcess({
    file: 'bash',
    args,
    cwd,
    env: processEnvironment(run, {
      ...stepVariables(run, step),
      ...variableEnvironment(job.variables, { withSecrets: false }),
      ENDPOINT_URL_SYSTEMVSSCONNECTION: job.collectionUri,
    }),
    onLine: createCommandProcessor(run),
    signal,
  });
  if (signal?.aborted) {
    log.issue('error', 'The operation was canceled.');
    return run.result({ outcome: 'cancelled', exitCode, rawStdout, rawStderr });
  }
  if (exitCode !== 0) {
    log.issue('error', `Bash exited with code '${exitCode}'.`);
    run.complete('Failed');
  }
  if (step.failOnStderr && rawStderr !== '') {
    log.issue('error', 'Bash wrote one or more lines to the standard error stream.');
    log.issue('error', rawStderr);
    run.complete('Failed');
  }
  run.complete('Succeeded');
  return run.result({ exitCode, rawStdout, rawStderr });
}

function printHeader({ log }: StepRun, isBash: boolean, script: string, cwd: string): void {
  const rule = '='.repeat(78);
  log.unmasked(rule);
  log.unmasked(`Task         : ${isBash ? 'Bash' : 'Command line'}`);
  log.unmasked(rule);
  // task-lib's getInput writes what it reads to the debug log.
  log.debug(`script=${script}`);
  log.debug(`workingDirectory=${cwd}`);
  log.output('Generating script.');
  if (!script.includes('\n') && !script.toUpperCase().includes('##VSO[')) {
    log.output('Script contents:');
    log.output(script);
  }
  log.output('========================== Starting Command Output ===========================');
}
