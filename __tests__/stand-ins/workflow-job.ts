import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StepResult, startWorkflowJob, type WorkflowJob, type WorkflowJobOptions } from '@entra-token/stand-ins';

/** Runs a test's body with a job, and ends the job whatever happens. */
export async function withWorkflowJob<T>(
  options: WorkflowJobOptions,
  body: (job: WorkflowJob) => Promise<T>,
): Promise<T> {
  const job = startWorkflowJob(options);
  try {
    return await body(job);
  } finally {
    await job.finish();
  }
}

/** A step that writes these lines to its standard output. */
export async function emit(
  job: WorkflowJob,
  lines: readonly string[],
  env: Record<string, string> = {},
): Promise<Emitted> {
  writeFileSync(join(job.workspaceDir, 'lines.txt'), lines.map(line => `${line}\n`).join(''));
  const result = await job.step({ id: 'emit', run: 'cat lines.txt', env });
  return { ...result, body: bodyOf(result.log) };
}

/** A step's result with its log's lines after the header, without debug lines. */
export type Emitted = StepResult & { readonly body: readonly string[] };

/** The lines of a step's log after its header, without debug lines. */
export function bodyOf(log: string): string[] {
  const lines = log.trimEnd().split('\n');
  return lines.slice(lines.indexOf('##[endgroup]') + 1).filter(line => !line.startsWith('##[debug]'));
}

/** The debug lines of a log, without their mark. */
export function debugLines(log: string): string[] {
  return log.split('\n').flatMap(line => (line.startsWith('##[debug]') ? [line.slice('##[debug]'.length)] : []));
}

/** Writes an action's files to a temporary directory, and removes it after the body. */
export async function withAction<T>(
  files: Record<string, string>,
  body: (directory: string) => Promise<T>,
): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'fake-action-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
    return await body(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
