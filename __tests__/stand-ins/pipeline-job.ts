import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type PipelineJob,
  type PipelineJobOptions,
  type PipelineStep,
  type StepResult,
  startPipelineJob,
} from '@entra-token/stand-ins';

/** Runs a test's body with a job, and ends the job whatever happens. */
export async function withPipelineJob<T>(
  options: PipelineJobOptions,
  body: (job: PipelineJob) => Promise<T>,
): Promise<T> {
  const job = startPipelineJob(options);
  try {
    return await body(job);
  } finally {
    await job.finish();
  }
}

/** A script step that writes these lines to its standard output. */
export async function emit(job: PipelineJob, lines: readonly string[], step: PipelineStep = {}): Promise<Emitted> {
  writeFileSync(join(job.workspaceDir, 'lines.txt'), lines.map(line => `${line}\n`).join(''));
  const result = await job.step({ name: 'emit', bash: 'cat lines.txt', ...step });
  return { ...result, body: bodyOf(result.log) };
}

/** A step's result with what its process shows in the log, without debug lines. */
export type Emitted = StepResult & { readonly body: readonly string[] };

/** What stands in the log of a step between its header and its end, without debug lines. */
export function bodyOf(log: string): string[] {
  const lines = log.trimEnd().split('\n');
  const header = lines.findLastIndex(line => line.startsWith('[command]') || line === '='.repeat(78));
  return lines.slice(header + 1).filter(line => !/^##\[(debug\]|section\]Finishing:)/.test(line));
}

const METADATA = {
  id: '0b1f8f5e-0000-4000-8000-000000000000',
  name: 'Fake',
  friendlyName: 'Fake task',
  description: 'Does nothing',
  author: 'contoso',
  helpMarkDown: '',
  version: { Major: 1, Minor: 2, Patch: 3 },
  execution: { Node24: { target: 'main.js' }, Node20_1: { target: 'main.js' } },
};

/** Writes a task to a temporary directory, and removes it after the body. `metadata` is put over a plain task.json. */
export async function withTask<T>(
  task: { readonly main: string; readonly post?: string; readonly metadata?: object },
  body: (directory: string) => Promise<T>,
): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'fake-task-'));
  try {
    writeFileSync(join(directory, 'task.json'), JSON.stringify({ ...METADATA, ...task.metadata }));
    writeFileSync(join(directory, 'main.js'), task.main);
    writeFileSync(join(directory, 'post.js'), task.post ?? '');
    return await body(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
