import type { Platform } from '../platform.js';
import { existsOn } from './input-declaration.js';
import type { InputProblem } from './input-problems.js';
import { declarationOf, type InputName, inputs } from './inputs.js';
import { misspelledInputs } from './misspelled-inputs.js';
import { spell } from './spelling.js';
import { isUnexpanded, unexpandedProblem } from './unexpanded.js';

/** The inputs as they were given, and the problems found with them so far. */
export interface GivenInputs {
  readonly platform: Platform['name'];
  readonly restriction: Platform['restriction'];
  /** The value without white space around it, `''` when it is unset or does not exist on this platform. */
  value(name: InputName): string;
  /** The value, or that of the Azure SDKs' environment variable for it. */
  valueOrEnvironment(name: InputName): string;
  /** The input's name as this platform spells it. */
  spelled(name: InputName): string;
  /**
   * Notes a problem with one or several inputs.
   * @param mended what the input would be if it were right, where that is known.
   */
  report(names: InputName | readonly InputName[], problem: string, mended?: string): void;
  /** Takes over problems found elsewhere. */
  reportAll(problems: readonly InputProblem[]): void;
  readonly problems: readonly InputProblem[];
}

/** Makes the step's inputs readable by their names in the contract. */
export function givenInputs(platform: Platform): GivenInputs {
  const problems: InputProblem[] = [];
  const spelled = (name: InputName) => spell(name, platform.name);
  const misspelled = misspelledInputs(platform);
  problems.push(...misspelled.map(({ problem }) => problem));
  const given = (name: InputName) =>
    existsOn(platform.name, declarationOf(name)) ? platform.input(spelled(name)).trim() : '';
  // The value that was meant is looked at too, so that all problems are found at once.
  const raw = (name: InputName) => misspelled.find(each => each.name === name)?.value ?? given(name);
  const unexpanded = new Set(inputs.map(({ name }) => name).filter(name => isUnexpanded(raw(name), platform.name)));
  for (const name of unexpanded) problems.push(unexpandedProblem(spelled(name), raw(name), platform.variableNames));
  const value = (name: InputName) => (unexpanded.has(name) ? '' : raw(name));

  return {
    platform: platform.name,
    restriction: platform.restriction,
    value,
    valueOrEnvironment(name) {
      const { environmentVariable } = declarationOf(name);
      const fallback = environmentVariable && platform.environment[environmentVariable];
      return value(name) || (fallback?.trim() ?? '');
    },
    spelled,
    report(names, problem, mended) {
      const list = typeof names === 'string' ? [names] : names;
      if (list.every(name => unexpanded.has(name))) return;
      const input = list.map(spelled).join(', ');
      problems.push({ input, problem, ...(mended === undefined ? {} : { mended: `${input}: ${mended}` }) });
    },
    reportAll(found) {
      problems.push(...found);
    },
    problems,
  };
}
