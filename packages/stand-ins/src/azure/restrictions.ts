/** What a task or a step's target allows its commands. */
export interface Restrictions {
  readonly commandMode?: string | undefined;
  /** Patterns with `*` and `?`; undefined allows every variable. */
  readonly settableVariables?: readonly string[] | undefined;
}

// https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Worker/TaskCommandExtension.cs and
// https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Worker/Telemetry/TelemetryCommandExtension.cs
const ALLOWED_IN_RESTRICTED_MODE = new Set([
  'task.logdetail',
  'task.logissue',
  'task.issue',
  'task.complete',
  'task.setprogress',
  'task.setsecret',
  'task.setvariable',
  'task.debug',
  'task.settaskvariable',
  'task.prependpath',
  'telemetry.publish',
]);

/** Whether every restriction allows the command `area.event`. */
export function isCommandAllowed(restrictions: readonly Restrictions[], command: string): boolean {
  const isRestricted = restrictions.some(({ commandMode }) => commandMode?.toLowerCase() === 'restricted');
  return !isRestricted || ALLOWED_IN_RESTRICTED_MODE.has(command.toLowerCase());
}

/** Whether every restriction allows setting the variable. */
export function isVariableSettable(restrictions: readonly Restrictions[], variable: string): boolean {
  return restrictions.every(
    ({ settableVariables }) => settableVariables?.some(pattern => matches(pattern, variable)) ?? true,
  );
}

function matches(pattern: string, name: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'i').test(name);
}
