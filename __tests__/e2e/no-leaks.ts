import { findLeaks, type StepResult } from '@entra-token/stand-ins';

/**
 * Fails when a secret shows anywhere a person or a later step can look without being handed it: the log, the summary, the
 * annotations, the saved state, the exported variables. Outputs are where a token belongs.
 * @param exported the variable that the step was asked to export the token as.
 */
export function expectNoLeaks(
  log: string,
  steps: readonly StepResult[],
  secrets: readonly string[],
  exported?: string,
): void {
  const places = new Map([
    ['the log', log],
    ...steps.flatMap((step, index): [string, string][] => [
      [`the summary of step ${index + 1}`, step.summary],
      [`the annotations of step ${index + 1}`, JSON.stringify(step.annotations)],
      [`the state of step ${index + 1}`, JSON.stringify(step.state)],
      [`the variables of step ${index + 1}`, JSON.stringify({ ...step.exportedEnv, [exported ?? '']: '' })],
      [`the error stream of step ${index + 1}`, step.rawStderr],
    ]),
  ]);
  const leaks = [...places].flatMap(([place, text]) =>
    findLeaks(text, secrets).map(({ form, line, excerpt }) => `${place}, line ${line}: ${form}: ${excerpt}`),
  );
  if (leaks.length > 0) throw new Error(`Secrets show:\n${leaks.join('\n')}`);
}
