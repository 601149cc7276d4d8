/**
 * The variables the agent started the task with. This module has to be evaluated before task-lib: on loading, that takes
 * inputs and secrets out of `process.env`, and its own `getInput` prints every value it returns to the debug log
 * (https://github.com/microsoft/azure-pipelines-task-lib/blob/master/node/task.ts).
 */
export const environment: Readonly<Record<string, string | undefined>> = { ...process.env };
