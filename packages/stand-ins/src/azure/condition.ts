import { type ExpressionFunction, evaluateExpression } from '../expressions/evaluate.js';
import { type ExpressionValue, isTruthy, looselyEqual, toText } from '../expressions/expression.js';
import { plainFunctions } from '../expressions/functions.js';
import { parseExpression } from '../expressions/parse.js';
import { printExpression } from '../expressions/print.js';
import type { AgentLog } from './agent-log.js';
import type { PipelineState } from './pipeline-state.js';

const at = (args: readonly ExpressionValue[], index: number): ExpressionValue => args[index] ?? null;

/** https://learn.microsoft.com/azure/devops/pipelines/process/expressions#functions (those that conditions commonly use) */
export const pipelineFunctions: Readonly<Record<string, ExpressionFunction>> = {
  ...plainFunctions,
  eq: args => looselyEqual(at(args, 0), at(args, 1)),
  ne: args => !looselyEqual(at(args, 0), at(args, 1)),
  and: args => args.every(isTruthy),
  or: args => args.some(isTruthy),
  not: args => !isTruthy(at(args, 0)),
  in: ([value, ...rest]) => rest.some(entry => looselyEqual(value ?? null, entry)),
  notIn: ([value, ...rest]) => !rest.some(entry => looselyEqual(value ?? null, entry)),
  coalesce: args => args.find(value => value !== null && value !== '') ?? null,
  lower: args => toText(at(args, 0)).toLowerCase(),
  upper: args => toText(at(args, 0)).toUpperCase(),
};

/** Whether a step runs. Without a condition it does while the job succeeds. Throws an Error for what cannot be evaluated. */
export function evaluateCondition(condition: string, job: PipelineState, log: AgentLog): boolean {
  const expression = parseExpression(condition);
  const { status } = job;
  log.debug(`Evaluating: ${printExpression(expression)}`);
  const value = evaluateExpression(expression, {
    contexts: { variables: Object.fromEntries(job.variables.all().map(variable => [variable.name, variable.value])) },
    functions: {
      ...pipelineFunctions,
      always: () => true,
      succeeded: () => status === 'Succeeded' || status === 'SucceededWithIssues',
      failed: () => status === 'Failed',
      canceled: () => status === 'Canceled',
      succeededOrFailed: () => status !== 'Canceled',
    },
  });
  log.debug(`Result: ${toText(value)}`);
  return isTruthy(value);
}
