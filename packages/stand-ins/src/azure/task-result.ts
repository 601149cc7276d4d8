import type { StepOutcome } from '../result/step-result.js';

const RESULTS = ['Succeeded', 'SucceededWithIssues', 'Failed', 'Canceled', 'Skipped', 'Abandoned'] as const;

/** The results of a task, from best to worst. */
export type TaskResult = (typeof RESULTS)[number];

/** Reads a result as .NET's `Enum.TryParse` does: the exact name, or its number. */
export function parseTaskResult(text: string): TaskResult | undefined {
  return RESULTS.find((name, index) => name === text || String(index) === text);
}

/** https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Microsoft.VisualStudio.Services.Agent/Util/TaskResultUtil.cs */
export function mergeTaskResults(current: TaskResult | undefined, coming: TaskResult): TaskResult {
  if (current === undefined) return coming;
  const rank = RESULTS.indexOf(current);
  if (rank > RESULTS.indexOf('Failed')) return current;
  return RESULTS.indexOf(coming) >= rank ? coming : current;
}

/** The outcome of a step with this result. */
export function outcomeOf(result: TaskResult): StepOutcome {
  switch (result) {
    case 'Succeeded':
    case 'SucceededWithIssues':
      return 'success';
    case 'Skipped':
      return 'skipped';
    case 'Canceled':
      return 'cancelled';
    default:
      return 'failure';
  }
}
