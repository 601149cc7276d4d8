import type { Platform } from '../platform.js';
import { existsOn } from './input-declaration.js';
import type { InputProblem } from './input-problems.js';
import { declarationOf, type InputName, inputs } from './inputs.js';
import { closest } from './nearest.js';
import { spell } from './spelling.js';

/** An input under a name that does not exist. */
export interface MisspelledInput {
  /** The input that was meant. */
  readonly name: InputName;
  readonly value: string;
  readonly problem: InputProblem;
}

/**
 * Finds inputs that the platform handed over and that nobody reads, since their names are only almost right: spelled as on
 * the other platform, or with a typing error. Both platforms hand every input over as `INPUT_<NAME>`.
 */
export function misspelledInputs({ name: platform, environment }: Platform): MisspelledInput[] {
  const declared = inputs.flatMap(({ name }) => (existsOn(platform, declarationOf(name)) ? [name] : []));
  const bySpelling = new Map(declared.map(name => [plain(name), name]));
  const read = new Set(declared.map(name => variable(spell(name, platform))));
  return Object.entries(environment).flatMap(([key, value = '']) => {
    if (!key.startsWith('INPUT_') || read.has(key) || value.trim() === '') return [];
    const given = key.slice('INPUT_'.length).toLowerCase();
    // A machine may have variables that begin so, so that it takes more than a part of the name.
    const meant = closest(plain(given), [...bySpelling.keys()]);
    const name = meant === undefined ? undefined : bySpelling.get(meant);
    if (name === undefined || !isUnset(environment[variable(spell(name, platform))], name)) return [];
    return { name, value: value.trim(), problem: problemWith(given, name, value.trim(), platform) };
  });
}

function problemWith(given: string, name: InputName, value: string, platform: Platform['name']): InputProblem {
  const input = spell(name, platform);
  const problem = `is no input of this step, and was not read. Write ${input}.`;
  // What is given in place of a secret is one.
  if (declarationOf(name).secret || value.includes('\n')) return { input: given, problem };
  return { input: given, problem, mended: `${input}: ${value}` };
}

function isUnset(value: string | undefined, name: InputName): boolean {
  return value === undefined || value.trim() === '' || value === declarationOf(name).default;
}

function plain(name: string): string {
  return name.replace(/[-_ ]/g, '').toLowerCase();
}

function variable(input: string): string {
  return `INPUT_${input.toUpperCase()}`;
}
