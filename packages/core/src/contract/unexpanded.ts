import type { PlatformName } from '../platform.js';
import type { InputProblem } from './input-problems.js';
import { nearest } from './nearest.js';

/**
 * Whether a value is a reference to a variable that does not exist. Azure Pipelines hands `$(name)` on as it stands then:
 * https://learn.microsoft.com/azure/devops/pipelines/process/variables#understand-variable-syntax
 */
export function isUnexpanded(value: string, platform: PlatformName): boolean {
  return platform === 'azure-pipelines' && /^\$\([^()]+\)$/.test(value.trim());
}

/**
 * The problem with an input that holds such a reference.
 * @param variables the names of those that exist.
 */
export function unexpandedProblem(input: string, reference: string, variables: readonly string[]): InputProblem {
  const problem = `holds '${reference}': this run has no variable of that name.`;
  const meant = nearest(reference.slice(2, -1), variables);
  if (meant === undefined) return { input, problem };
  return { input, problem: `${problem} Likely $(${meant}) is meant.`, mended: `${input}: $(${meant})` };
}
