import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretMasker } from '../masking/secret-masker.js';
import { readEnvironmentFile } from './environment-file.js';
import type { StepLog } from './step-log.js';

/** The files through which a step talks back, by the name of their context entry (`GITHUB_OUTPUT` …). */
export type FileCommandPaths = Readonly<Record<'path' | 'env' | 'step_summary' | 'state' | 'output', string>>;

/** What the files of a step may change. */
export interface FileCommandTarget {
  readonly log: StepLog;
  readonly masker: SecretMasker;
  setOutput(name: string, value: string): void;
  saveState(name: string, value: string): void;
  setEnv(name: string, value: string): void;
  addPath(path: string): void;
  addSummary(markdown: string): void;
  fail(): void;
}

const MAX_SUMMARY_BYTES = 1024 * 1024;

/** Creates the empty files of one step in the runner's folder for them. */
export function createFileCommands(tempDirectory: string): FileCommandPaths {
  const suffix = randomUUID();
  const create = (prefix: string): string => {
    const path = join(tempDirectory, '_runner_file_commands', `${prefix}_${suffix}`);
    writeFileSync(path, '');
    return path;
  };
  return {
    path: create('add_path'),
    env: create('set_env'),
    step_summary: create('step_summary'),
    state: create('save_state'),
    output: create('set_output'),
  };
}

/**
 * Reads the files after the step's process, each independently of the others' errors, and removes them.
 * https://github.com/actions/runner/blob/main/src/Runner.Worker/FileCommandManager.cs
 */
export function processFileCommands(paths: FileCommandPaths, target: FileCommandTarget): void {
  const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8').replace(/^\uFEFF/, '') : '');
  const attempt = (name: string, process: () => void): void => {
    try {
      process();
    } catch (error) {
      target.log.issue('error', `Unable to process file command '${name}' successfully.`);
      target.log.issue('error', error instanceof Error ? error.message : String(error));
      target.fail();
    }
  };
  attempt('path', () => {
    for (const line of read(paths.path).split(/\r\n|[\r\n]/)) if (line !== '') target.addPath(line);
  });
  attempt('env', () => exportVariables(read(paths.env), target));
  attempt('step_summary', () => uploadSummary(read(paths.step_summary), target));
  attempt('state', () => {
    for (const [name, value] of readEnvironmentFile(read(paths.state))) target.saveState(name, value);
  });
  attempt('output', () => {
    for (const [name, value] of readEnvironmentFile(read(paths.output))) {
      target.setOutput(name, value);
      target.log.debug(`Set output ${name} = ${value}`);
    }
  });
  for (const path of Object.values(paths)) rmSync(path, { force: true });
}

function exportVariables(text: string, target: FileCommandTarget): void {
  for (const [name, value] of readEnvironmentFile(text)) {
    if (name.toUpperCase() === 'NODE_OPTIONS') {
      target.log.issue('error', "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
    } else {
      target.setEnv(name, value);
    }
  }
}

/** Each line is masked on its own before the summary leaves the machine. */
function uploadSummary(markdown: string, target: FileCommandTarget): void {
  const bytes = Buffer.byteLength(markdown);
  if (bytes === 0) return;
  if (bytes > MAX_SUMMARY_BYTES) {
    const limit = MAX_SUMMARY_BYTES / 1024;
    target.log.issue(
      'error',
      `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${limit}k, got ${Math.floor(bytes / 1024)}k. For more information see: https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-markdown-summary`,
    );
    return;
  }
  const lines = markdown.split(/\r\n|[\r\n]/);
  if (lines.at(-1) === '') lines.pop();
  target.addSummary(lines.map(line => `${target.masker.mask(line)}\n`).join(''));
}
