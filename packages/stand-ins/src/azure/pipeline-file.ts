import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { evaluateExpression } from '../expressions/evaluate.js';
import { type ExpressionValue, toText } from '../expressions/expression.js';
import { toExpressionValue } from '../expressions/functions.js';
import { parseExpression } from '../expressions/parse.js';
import type { StepResult } from '../result/step-result.js';
import { pipelineFunctions } from './condition.js';
import { type FinishedPipelineJob, startPipelineJob } from './pipeline-job.js';
import type { PipelineJobOptions } from './pipeline-options.js';
import type { PipelineStep } from './pipeline-step.js';

/** What a job of a pipeline file did. */
export interface PipelineRun extends FinishedPipelineJob {
  readonly steps: readonly StepResult[];
}

type VariableBlock =
  | Readonly<Record<string, string | number | boolean>>
  | readonly { readonly name?: string; readonly value?: string | number | boolean; readonly group?: string }[];

interface JobDefinition {
  readonly job?: string;
  readonly variables?: VariableBlock;
  readonly steps?: readonly PipelineStep[];
}

interface PipelineDefinition extends JobDefinition {
  readonly parameters?: readonly { readonly name: string; readonly default?: unknown }[];
  readonly jobs?: readonly JobDefinition[];
  readonly stages?: readonly { readonly jobs?: readonly JobDefinition[] }[];
}

/**
 * Runs the steps of one job of a pipeline, which is given as a path or as YAML. Without `job` it must have only one. `${{ … }}` in
 * texts is evaluated with `parameters` and `variables`; conditional insertion, templates, triggers and pools are not supported.
 */
export async function runPipelineFile(
  source: string,
  options: PipelineJobOptions & { readonly job?: string; readonly parameters?: Readonly<Record<string, string>> } = {},
): Promise<PipelineRun> {
  const document: PipelineDefinition = parse(existsSync(source) ? readFileSync(source, 'utf8') : source);
  const { job: wanted, parameters, ...jobOptions } = options;
  const definition = selectJob(document, wanted);
  const variables = { ...variablesOf(document.variables), ...variablesOf(definition.variables), ...options.variables };
  const defaults = Object.fromEntries(
    (document.parameters ?? []).map(({ name, default: value }) => [name, toExpressionValue(value)]),
  );
  const contexts = { parameters: { ...defaults, ...parameters }, variables };
  const job = startPipelineJob({ ...jobOptions, variables });
  const steps: StepResult[] = [];
  for (const step of definition.steps ?? []) steps.push(await job.step(substitute(step, contexts)));
  return { ...(await job.finish()), steps };
}

function selectJob(document: PipelineDefinition, wanted: string | undefined): JobDefinition {
  if (document.steps) return document;
  const jobs = document.jobs ?? (document.stages ?? []).flatMap(stage => stage.jobs ?? []);
  const found =
    wanted === undefined ? (jobs.length === 1 ? jobs[0] : undefined) : jobs.find(({ job }) => job === wanted);
  if (!found)
    throw new Error(
      `Choose one of the pipeline's jobs: ${jobs.map(({ job }) => job ?? 'unnamed').join(', ') || 'it has none'}.`,
    );
  return found;
}

/** Variable groups stand for variables that the caller gives. */
function variablesOf(block: VariableBlock | undefined): Record<string, string> {
  const entries = Array.isArray(block)
    ? block.flatMap(({ name, value }) => (name === undefined ? [] : [[name, String(value ?? '')]]))
    : Object.entries(block ?? {}).map(([name, value]) => [name, String(value)]);
  return Object.fromEntries(entries);
}

/** Evaluates the template expressions of every text in a value. */
function substitute<T>(value: T, contexts: { readonly [name: string]: ExpressionValue }): T;
function substitute(value: unknown, contexts: { readonly [name: string]: ExpressionValue }): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
      toText(evaluateExpression(parseExpression(expression.trim()), { contexts, functions: pipelineFunctions })),
    );
  }
  if (Array.isArray(value)) return value.map(entry => substitute(entry, contexts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, substitute(entry, contexts)]));
}
