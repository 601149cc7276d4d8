import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { escapeCommand, type LoggingCommand } from './logging-command.js';
import { isVariableSettable } from './restrictions.js';
import type { StepRun } from './step-run.js';
import { parseTaskResult } from './task-result.js';

type TaskCommand = (run: StepRun, command: LoggingCommand) => void;

const READ_ONLY_DOCS = 'https://github.com/microsoft/azure-pipelines-yaml/blob/master/design/readonly-variables.md';

// .NET's message of an ArgumentNullException, whose first argument is taken for the parameter's name.
const missing = (message: string): Error => new Error(`Value cannot be null. (Parameter '${message}')`);

const flag = (command: LoggingCommand, name: string): boolean =>
  command.properties[name]?.trim().toLowerCase() === 'true';

function settable(run: StepRun, name: string): boolean {
  if (isVariableSettable(run.restrictions, name)) return true;
  run.log.issue('warning', `Setting variable '${name}' has been disabled by the task or build definition.`);
  return false;
}

function refuseMultiLineSecret(data: string): void {
  if (data.includes('\n')) throw new Error('Secrets cannot contain multiple lines');
}

function warnReadOnly(run: StepRun, isReadOnly: boolean, kind: string, name: string): void {
  if (!isReadOnly) return;
  run.log.issue(
    'warning',
    `Overwriting readonly ${kind} '${name}'. This behavior will be disabled in the future. See ${READ_ONLY_DOCS} for details.`,
  );
}

const setVariable: TaskCommand = (run, command) => {
  const name = command.properties['variable'];
  if (!name) throw missing("Required field 'variable' is missing in ##vso[task.setvariable] command.");
  warnReadOnly(run, run.job.variables.get(name)?.readOnly ?? false, 'variable', name);
  const isSecret = flag(command, 'issecret');
  if (isSecret) {
    refuseMultiLineSecret(command.data);
    run.masker.add(escapeCommand(command.data));
  }
  if (!settable(run, name)) return;
  run.setVariable(name, command.data, {
    isSecret,
    isOutput: flag(command, 'isoutput'),
    isReadOnly: flag(command, 'isreadonly'),
    preserveCase: flag(command, 'preservecase'),
  });
};

const setTaskVariable: TaskCommand = (run, command) => {
  const name = command.properties['variable'];
  if (!name) throw missing("Required field 'variable' is missing in ##vso[task.settaskvariable] command.");
  warnReadOnly(run, run.taskVariables.get(name)?.readOnly ?? false, 'task variable', name);
  const secret = flag(command, 'issecret');
  if (secret) refuseMultiLineSecret(command.data);
  const flags = { readOnly: flag(command, 'isreadonly'), preserveCase: flag(command, 'preservecase') };
  run.taskVariables.set(name, command.data, { secret, ...flags });
};

const logIssue: TaskCommand = (run, command) => {
  const type = command.properties['type']?.toLowerCase();
  if (type === undefined) {
    run.log.issue('warning', "Can't create TaskIssue from logging event.");
  } else if (type === 'error' || type === 'warning') {
    run.log.issue(type, command.data, command.properties);
  } else {
    throw new Error(`issue type ${command.properties['type']} is not an expected issue type.`);
  }
};

// The message becomes the step's current operation: the agent neither logs it nor makes an issue of it.
const complete: TaskCommand = (run, command) => {
  const result = parseTaskResult(command.properties['result'] ?? '');
  if (result === undefined) throw new Error("Command doesn't have valid result value.");
  run.complete(result);
  if (['1', 'true', '$true'].includes(command.properties['done']?.toLowerCase() ?? '')) run.forceComplete();
};

const uploadSummary: TaskCommand = (run, command) => {
  if (command.data === '') throw new Error('Cannot upload summary file, summary file location is not specified.');
  checkAttachment('DistributedTask.Core.Summary', basename(command.data), command.data);
  // Uploaded as it is: attachments are not masked.
  run.addSummary(readFileSync(command.data, 'utf8'));
};

/** Attachments are checked as the agent does, and go nowhere. */
function checkAttachment(type: string, name: string, path: string): void {
  if (type === '') throw missing("Can't add task attachment, attachment type is not provided.");
  if (name === '') throw missing("Can't add task attachment, attachment name is not provided.");
  if (!existsSync(path)) {
    throw missing(
      'Cannot upload task attachment file, attachment file location is not specified or attachment file does not exist on disk.',
    );
  }
}

const prependPath: TaskCommand = (run, command) => {
  if (!settable(run, 'PATH')) return;
  if (command.data === '') throw missing('prependpath');
  const { prependPath: paths } = run.job;
  const known = paths.indexOf(command.data);
  if (known >= 0) paths.splice(known, 1);
  paths.push(command.data);
};

/** https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Worker/TaskCommandExtension.cs */
export const taskCommands: Readonly<Record<string, TaskCommand>> = {
  issue: logIssue,
  logissue: logIssue,
  setprogress: () => undefined,
  logdetail: () => undefined,
  complete,
  setsecret: (run, command) => run.masker.add(command.data),
  setvariable: setVariable,
  settaskvariable: setTaskVariable,
  addattachment: (_, { properties, data }) => checkAttachment(properties['type'] ?? '', properties['name'] ?? '', data),
  debug: (run, command) => run.log.debug(command.data),
  uploadsummary: uploadSummary,
  uploadfile: (_, { data }) => checkAttachment('DistributedTask.Core.FileAttachment', basename(data), data),
  // Recognised; connections of later steps are not changed here.
  setendpoint: (run, { properties, data }) => {
    if (properties['field']?.toLowerCase() === 'authparameter') run.masker.add(data);
  },
  prependpath: prependPath,
};
