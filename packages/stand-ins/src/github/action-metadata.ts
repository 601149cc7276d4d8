import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { NodeRuntime } from '../node-runtimes.js';

/** One input that an action.yml declares. */
export interface ActionInput {
  readonly default?: string;
  readonly deprecationMessage?: string;
}

/** What the runner takes from an action.yml. */
export interface ActionMetadata {
  readonly directory: string;
  readonly inputs: ReadonlyMap<string, ActionInput>;
  readonly node: NodeRuntime;
  readonly main: string;
  readonly pre?: string;
  readonly preIf: string;
  readonly post?: string;
  readonly postIf: string;
}

/** Reads `action.yml` (or `.yaml`) of a JavaScript action. Throws an Error when there is none, or it is of another kind. */
export function readActionMetadata(directory: string): ActionMetadata {
  const file = ['action.yml', 'action.yaml'].map(name => join(directory, name)).find(existsSync);
  if (!file) throw new Error(`Can't find 'action.yml', 'action.yaml' or 'Dockerfile' under '${directory}'.`);
  const document = record(parse(readFileSync(file, 'utf8')));
  const runs = record(document['runs']);
  const pre = text(runs['pre']);
  const post = text(runs['post']);
  return {
    directory,
    inputs: new Map(Object.entries(record(document['inputs'])).map(([name, input]) => [name, readInput(input)])),
    node: runtimeOf(text(runs['using'])),
    main: text(runs['main']) ?? '',
    ...(pre === undefined ? {} : { pre }),
    preIf: text(runs['pre-if']) ?? 'always()',
    ...(post === undefined ? {} : { post }),
    postIf: text(runs['post-if']) ?? 'always()',
  };
}

function readInput(input: unknown): ActionInput {
  const { default: value, deprecationMessage } = record(input);
  const fallback = text(value);
  const deprecation = text(deprecationMessage);
  return {
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(deprecation === undefined ? {} : { deprecationMessage: deprecation }),
  };
}

// node12 and node16 are run with node20 by the runner.
// https://github.com/actions/runner/blob/main/src/Runner.Worker/Handlers/HandlerFactory.cs
function runtimeOf(using: string | undefined): NodeRuntime {
  switch (using?.toLowerCase()) {
    case 'node24':
      return 'n24';
    case 'node20':
    case 'node16':
    case 'node12':
      return 'n20';
    default:
      throw new Error(`'using: ${using}' is not supported by this stand-in, use 'node24' or 'node20'.`);
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function text(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}
