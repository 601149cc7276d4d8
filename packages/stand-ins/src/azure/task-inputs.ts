import { resolve } from 'node:path';
import { cleanEnvironment } from '../process/clean-environment.js';
import type { PipelineState } from './pipeline-state.js';
import type { TaskInput, TaskMetadata } from './task-metadata.js';
import { expandMacros } from './variables.js';

/**
 * The inputs of a task: defaults, then what the step gives, by name or alias; trimmed; macros expanded from variables (secret
 * ones too), then from the agent's environment. `visibleRule` and `required` are not looked at: the agent does not either.
 * https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Worker/TaskRunner.cs
 * Throws an Error with the server's words when a connection or secure file does not exist.
 */
export function resolveTaskInputs(
  given: Readonly<Record<string, string | number | boolean>>,
  metadata: TaskMetadata,
  job: PipelineState,
  stepName: string,
): Map<string, string> {
  const inputs = new Map(metadata.inputs.map(input => [input.name, input.defaultValue.trim()]));
  for (const [key, value] of Object.entries(given)) {
    const declared = metadata.inputs.find(input => isNamed(input, key));
    inputs.set(declared?.name ?? key.trim(), resolveResource(declared, key, String(value), job, stepName).trim());
  }
  for (const [name, value] of inputs) inputs.set(name, expand(value, job));
  // A relative path, and an empty one too, becomes absolute within the sources.
  for (const { name, type } of metadata.inputs) {
    if (type.toLowerCase() === 'filepath') inputs.set(name, resolve(job.directories.sources, inputs.get(name) ?? ''));
  }
  return inputs;
}

/** Expands `$(name)` as the agent does for inputs and for a step's `env`. */
export function expand(text: string, job: PipelineState): string {
  const environment = cleanEnvironment(job.options.agentEnv);
  return expandMacros(
    expandMacros(text, name => job.variables.get(name)?.value),
    name => environment[name],
  );
}

/** Ids that the inputs of a kind name; several are separated by commas. */
export function idsIn(
  inputs: ReadonlyMap<string, string>,
  metadata: TaskMetadata,
  isKind: (type: string) => boolean,
): Set<string> {
  const named = metadata.inputs.filter(input => isKind(input.type.toLowerCase()));
  return new Set(named.flatMap(({ name }) => (inputs.get(name) ?? '').split(',').map(id => id.trim().toLowerCase())));
}

function isNamed(input: TaskInput, key: string): boolean {
  return [input.name, ...input.aliases].some(name => name.toLowerCase() === key.trim().toLowerCase());
}

/** The server puts ids in place of the names of connections and secure files, before the agent sees the job. */
function resolveResource(
  input: TaskInput | undefined,
  key: string,
  value: string,
  job: PipelineState,
  stepName: string,
): string {
  const type = input?.type.toLowerCase() ?? '';
  const isConnection = type.startsWith('connectedservice:');
  if ((!isConnection && type !== 'securefile') || value.trim() === '') return value;
  const kind = isConnection ? 'service connection' : 'secure file';
  const candidates = isConnection ? job.connections : (job.options.secureFiles ?? []);
  const wanted = expand(value.trim(), job).toLowerCase();
  const found = candidates.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted);
  if (found) return found.id.toLowerCase();
  throw new Error(
    `There was a resource authorization issue: "The pipeline is not valid. Step ${stepName} input ${key} references ${kind} ${value} which could not be found. The ${kind} does not exist, has been disabled or has not been authorized for use."`,
  );
}
