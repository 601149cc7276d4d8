import { existsOn, type InputDeclaration, inputs, outputs, type PlatformName, spell } from '@entra-token/core';
import { parse } from 'yaml';
import type { RecipeBlock } from './recipe-pages.js';

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly task?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly inputs?: Readonly<Record<string, unknown>>;
}

/** The names of the contract that a block uses. */
export interface NamesInBlock {
  /** What its steps that get tokens are given. */
  readonly inputs: readonly string[];
  /** What it takes from such steps. */
  readonly outputs: readonly string[];
  /** The ids under which it looks for outputs. */
  readonly references: readonly string[];
  /** The ids of its steps that get tokens. */
  readonly steps: readonly string[];
  /** The outputs that its named scopes bring. */
  readonly namedOutputs: readonly string[];
}

/** Reads a block. Throws the YAML parser's error when it is none. */
export function namesInBlock({ text, platform }: RecipeBlock): NamesInBlock {
  const steps = tokenSteps(parse(text));
  // Azure's own variables (System.CollectionUri) begin with a capital letter; a step's name does not.
  const reference = platform === 'github-actions' ? /steps\.([\w-]+)\.outputs\.([\w-]+)/g : /\$\(([a-z]\w*)\.(\w+)\)/g;
  const used = [...text.matchAll(reference)];
  return {
    inputs: steps.flatMap(step => Object.keys(step.with ?? step.inputs ?? {})),
    outputs: used.flatMap(([, , output]) => output ?? []),
    references: used.flatMap(([, step]) => step ?? []),
    steps: steps.flatMap(step => step.id ?? step.name ?? []),
    namedOutputs: steps.flatMap(step => scopeNames(step)).map(name => spell(`access-token-${name}`, platform)),
  };
}

/** What is declared, as the platform spells it. */
export function declaredNames(platform: PlatformName): { inputs: string[]; outputs: string[] } {
  const declared: readonly InputDeclaration[] = inputs;
  return {
    inputs: declared.filter(input => existsOn(platform, input)).map(({ name }) => spell(name, platform)),
    outputs: outputs.map(({ name }) => spell(name, platform)),
  };
}

/** The steps that get tokens, wherever in a document they stand. */
function tokenSteps(value: unknown): Step[] {
  if (Array.isArray(value)) return value.flatMap(tokenSteps);
  if (typeof value !== 'object' || value === null) return [];
  const step: Step = value;
  const getsToken = step.uses === 'org/entra-token@v1' || step.task === 'EntraToken@1';
  return getsToken ? [step] : Object.values(value).flatMap(tokenSteps);
}

/** The names of a step's scopes: what is before `=`, or an alias. */
function scopeNames(step: Step): string[] {
  const scope = String((step.with ?? step.inputs)?.['scope'] ?? '');
  return scope.split('\n').flatMap(line => /^([A-Za-z][A-Za-z0-9-]*)(?:=|$)/.exec(line.trim())?.[1] ?? []);
}
