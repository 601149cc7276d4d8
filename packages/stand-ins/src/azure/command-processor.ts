import { type LoggingCommand, parseLoggingCommand, unescapeCommand } from './logging-command.js';
import { isCommandAllowed } from './restrictions.js';
import type { StepRun } from './step-run.js';
import { taskCommands } from './task-commands.js';

const REFERENCE = 'Please reference documentation (http://go.microsoft.com/fwlink/?LinkId=817296)';

// Commands of other areas are recognised and have no effect here.
// https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Worker/Build/BuildCommandExtension.cs and its neighbours
const OTHER_AREAS: Readonly<Record<string, readonly string[]>> = {
  artifact: ['associate', 'upload'],
  build: ['uploadlog', 'updatebuildnumber', 'addbuildtag'],
  codecoverage: ['publish', 'enable'],
  results: ['publish'],
  telemetry: ['publish'],
};

/**
 * Takes the lines of one step's process: runs the commands among them and shows the rest.
 * https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Worker/WorkerCommandManager.cs
 */
export function createCommandProcessor(run: StepRun): (line: string) => void {
  return line => {
    if (!processLine(run, line)) run.log.output(line);
  };
}

function processLine(run: StepRun, line: string): boolean {
  const { log } = run;
  const command = parseLoggingCommand(line);
  if (!command) {
    if (line.includes('##vso')) {
      log.issue(
        'warning',
        `'${line}' contains logging command keyword '##vso', but it's not a legal command. Please see the list of accepted commands: https://go.microsoft.com/fwlink/?LinkId=817296`,
      );
    }
    return false;
  }
  const area = command.area.toLowerCase();
  if (area === 'release') {
    log.issue('error', `${command.area} commands are not supported for Build flow. ${REFERENCE}`);
    run.failCommand();
    return false;
  }
  if (area !== 'task' && !Object.hasOwn(OTHER_AREAS, area)) {
    log.issue('warning', `Cannot find command extension for ##vso[${command.area}.command]. ${REFERENCE}`);
    return true;
  }
  try {
    execute(run, command);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The whole line is shown: of a refused multi-line secret too, which no one has masked.
    log.issue('error', `Unable to process command '${line}' successfully. ${REFERENCE}`);
    log.issue('error', message);
    run.failCommand();
  } finally {
    if (!(area === 'task' && command.event.toLowerCase() === 'debug')) log.debug(`Processed: ${unescapeCommand(line)}`);
  }
  return true;
}

function execute(run: StepRun, command: LoggingCommand): void {
  const area = command.area.toLowerCase();
  const event = command.event.toLowerCase();
  const name = area === 'build' && event === 'uploadsummary' ? 'uploadsummary' : event;
  const handler = area === 'task' || name === 'uploadsummary' ? taskCommands[name] : undefined;
  if (!handler && !OTHER_AREAS[area]?.includes(event)) {
    throw new Error(
      `##vso[${area}.${command.event}] is not a recognized command for ${area} command extension. ${REFERENCE}.`,
    );
  }
  if (!isCommandAllowed(run.restrictions, `${area}.${event}`)) {
    run.log.issue(
      'warning',
      `##vso[${command.area}.${command.event}] is not allowed in this step due to policy restrictions. ${REFERENCE}`,
    );
    return;
  }
  handler?.(run, command);
}
