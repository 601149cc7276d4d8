import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeRuntime } from '../node-runtimes.js';
import type { NodeHandler } from './pipeline-options.js';
import type { Restrictions } from './restrictions.js';

/** One input that a task.json declares. */
export interface TaskInput {
  readonly name: string;
  readonly type: string;
  readonly aliases: readonly string[];
  readonly defaultValue: string;
}

/** When a handler runs. */
export type TaskStage = 'prejobexecution' | 'execution' | 'postjobexecution';

/** What the agent takes from a task.json. */
export interface TaskMetadata {
  readonly directory: string;
  readonly name: string;
  readonly friendlyName: string;
  readonly description: string;
  readonly author: string;
  readonly help: string;
  readonly version: string;
  readonly inputs: readonly TaskInput[];
  /** In lower case. */
  readonly outputVariables: ReadonlySet<string>;
  readonly restrictions: Restrictions;
  readonly stages: Readonly<Partial<Record<TaskStage, Readonly<Partial<Record<NodeHandler, string>>>>>>;
}

/** Reads a task.json. Throws an Error when there is none, or it is no JSON. */
export function readTaskMetadata(directory: string): TaskMetadata {
  const document = record(JSON.parse(readFileSync(join(directory, 'task.json'), 'utf8')));
  const version = record(document['version']);
  const restrictions = record(document['restrictions']);
  const settable = record(restrictions['settableVariables'])['allowed'];
  return {
    directory,
    name: text(document['name']),
    friendlyName: text(document['friendlyName']),
    description: text(document['description']),
    author: text(document['author']),
    help: text(document['helpUrl'] ?? document['helpMarkDown']),
    version: ['Major', 'Minor', 'Patch'].map(part => text(version[part] ?? version[part.toLowerCase()] ?? 0)).join('.'),
    inputs: list(document['inputs']).map(readInput),
    outputVariables: new Set(
      list(document['outputVariables']).map(output => text(record(output)['name']).toLowerCase()),
    ),
    restrictions: {
      commandMode: text(record(restrictions['commands'])['mode']),
      settableVariables: Array.isArray(settable) ? settable.map(text) : undefined,
    },
    stages: {
      prejobexecution: readHandlers(document['prejobexecution']),
      execution: readHandlers(document['execution']),
      postjobexecution: readHandlers(document['postjobexecution']),
    },
  };
}

/** The handler to run and what runs it. */
export interface SelectedHandler {
  readonly handler: NodeHandler;
  readonly target: string;
  readonly node: NodeRuntime;
}

const RUNTIMES: Readonly<Record<NodeHandler, NodeRuntime>> = { Node24: 'n24', Node20_1: 'n20' };

/**
 * The newest handler that the agent knows. Undefined when the stage has none.
 * https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Worker/TaskManager.cs (Priority)
 */
export function selectHandler(
  metadata: TaskMetadata,
  stage: TaskStage,
  agent: { readonly newest: NodeHandler; readonly node: NodeRuntime | undefined },
): SelectedHandler | undefined {
  const known: readonly NodeHandler[] = agent.newest === 'Node24' ? ['Node24', 'Node20_1'] : ['Node20_1'];
  for (const handler of known) {
    const target = metadata.stages[stage]?.[handler];
    if (target !== undefined) return { handler, target, node: agent.node ?? RUNTIMES[handler] };
  }
  return undefined;
}

function readInput(input: unknown): TaskInput {
  const { name, type, aliases, defaultValue } = record(input);
  return {
    name: text(name).trim(),
    type: text(type),
    aliases: list(aliases).map(text),
    defaultValue: text(defaultValue),
  };
}

function readHandlers(handlers: unknown): Partial<Record<NodeHandler, string>> {
  const found: Partial<Record<NodeHandler, string>> = {};
  for (const [name, handler] of Object.entries(record(handlers))) {
    const known = (['Node24', 'Node20_1'] as const).find(candidate => candidate.toLowerCase() === name.toLowerCase());
    if (known) found[known] = text(record(handler)['target']);
  }
  return found;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
