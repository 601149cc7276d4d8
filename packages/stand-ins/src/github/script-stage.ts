import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cleanEnvironment } from '../process/clean-environment.js';
import type { StepResult } from '../result/step-result.js';
import { printEnvironment } from './action-stage.js';
import { resolveShell, splitArguments } from './shells.js';
import { openFileCommands, runStepProcess } from './step-process.js';
import { type StepRun, stepEnvironment } from './step-run.js';
import { evaluateTemplate } from './template.js';
import type { WorkflowStep } from './workflow-step.js';

const CYAN = '\u001b[36;1m';
const RESET = '\u001b[0m';

/**
 * Runs a `run` step: expressions in the script are evaluated, and the result is written to a file for the shell.
 * https://github.com/actions/runner/blob/main/src/Runner.Worker/Handlers/ScriptHandler.cs
 */
export async function runScriptStage(
  run: StepRun,
  step: WorkflowStep,
  signal: AbortSignal | undefined,
): Promise<StepResult> {
  const { job, log } = run;
  job.github['action_repository'] = '';
  job.github['action_ref'] = '';
  const closeFiles = openFileCommands(run);
  log.debug('Loading inputs');
  const script = evaluateTemplate(step.run ?? '', run.scope);
  const directory = step['working-directory'] ?? job.options.defaults?.['working-directory'] ?? '';
  const cwd = resolve(job.directories.workspace, evaluateTemplate(directory, run.scope));
  log.debug('Loading env');

  const path = [...job.prependPath.toReversed(), cleanEnvironment(job.options.runnerEnv)['PATH'] ?? ''].join(':');
  const shell = resolveShell(step.shell ?? job.options.defaults?.shell, path);
  printHeader(run, script, `${shell.command} ${shell.argumentFormat}`);
  const file = join(job.directories.temp, `${randomUUID()}${shell.extension}`);
  const isPowerShell = shell.extension === '.ps1';
  writeFileSync(file, isPowerShell ? powerShellScript(script) : script);
  const commandLine = shell.argumentFormat.replaceAll('{0}', file);
  log.debug(`${shell.command} ${commandLine}`);
  return runStepProcess(
    run,
    {
      file: shell.command,
      args: splitArguments(commandLine),
      cwd,
      env: { ...run.env, ...stepEnvironment(run) },
      signal,
      onExit(exitCode) {
        if (exitCode !== 0 && !signal?.aborted) log.issue('error', `Process completed with exit code ${exitCode}.`);
      },
    },
    closeFiles,
  );
}

function printHeader(run: StepRun, script: string, shell: string): void {
  const { log } = run;
  log.output(`##[group]Run ${script.trimStart().split(/[\r\n]/)[0] ?? ''}`);
  for (const line of script.replaceAll('\r\n', '\n').replace(/\n+$/, '').split('\n'))
    log.output(`${CYAN}${line}${RESET}`);
  log.output(`shell: ${shell}`);
  printEnvironment(run, run.env);
  log.output('##[endgroup]');
}

function powerShellScript(script: string): string {
  const exit = 'if ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }';
  return `$ErrorActionPreference = 'stop'\n${script}\n${exit}`;
}
