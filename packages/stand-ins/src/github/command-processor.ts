import type { SecretMasker } from '../masking/secret-masker.js';
import { addMask } from './job-masks.js';
import type { StepLog } from './step-log.js';
import { parseWorkflowCommand, type WorkflowCommand } from './workflow-command.js';

/** What commands of one step may change. */
export interface CommandTarget {
  readonly log: StepLog;
  readonly masker: SecretMasker;
  /** The step's `env` context, which may allow commands that are disabled. */
  readonly env: Readonly<Record<string, string>>;
  setOutput(name: string, value: string): void;
  saveState(name: string, value: string): void;
  setEnv(name: string, value: string): void;
  addPath(path: string): void;
  /** A command failed: the step fails whatever its exit code is. */
  fail(): void;
}

type Handler = (target: CommandTarget, command: WorkflowCommand, echo: Echo) => void;
interface Echo {
  isOn: boolean;
}
interface Command {
  readonly omitEcho: boolean;
  readonly handle: Handler;
}

const DEPRECATED = (name: string): string =>
  `The \`${name}\` command is deprecated and will be disabled soon. Please upgrade to using Environment Files. For more information see: https://github.blog/changelog/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/`;
const DISABLED = (name: string): string =>
  `The \`${name}\` command is disabled. Please upgrade to using Environment Files or opt into unsecure command execution by setting the \`ACTIONS_ALLOW_UNSECURE_COMMANDS\` environment variable to \`true\`. For more information see: https://github.blog/changelog/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/`;
const INVALID_STOP_TOKEN =
  "You cannot use a endToken that is an empty string, the string 'pause-logging', or another workflow command.";

function required(command: WorkflowCommand, property: string): string {
  const value = command.properties[property];
  if (!value) throw new Error(`Required field '${property}' is missing in ##[${command.name}] command.`);
  return value;
}

function requireUnsecureCommands(target: CommandTarget, command: WorkflowCommand): void {
  if (target.env['ACTIONS_ALLOW_UNSECURE_COMMANDS']?.toLowerCase() !== 'true') throw new Error(DISABLED(command.name));
}

const issue =
  (level: 'error' | 'warning' | 'notice'): Handler =>
  (target, command) =>
    target.log.issue(level, command.data, command.properties);

const maskCommand: Handler = (target, command, echo) => {
  if (command.data.trim() === '') {
    target.log.issue('warning', "Can't add secret mask for empty string in ##[add-mask] command.");
    return;
  }
  if (echo.isOn) target.log.output('::add-mask::***');
  addMask(target.masker, command.data);
};

const echoCommand: Handler = (target, command, echo) => {
  const value = command.data.trim().toUpperCase();
  if (value !== 'ON' && value !== 'OFF') {
    throw new Error(
      `Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${command.data}'.`,
    );
  }
  echo.isOn = value === 'ON';
  target.log.debug(`Setting echo command value to '${value.toLowerCase()}'`);
};

const setEnvCommand: Handler = (target, command) => {
  requireUnsecureCommands(target, command);
  const name = required(command, 'name');
  if (name.toUpperCase() === 'NODE_OPTIONS') {
    target.log.issue('error', `Can't update NODE_OPTIONS environment variable using ::set-env:: command.`);
    return;
  }
  target.setEnv(name, command.data);
};

const setOutputCommand: Handler = (target, command) => {
  target.log.issue('warning', DEPRECATED(command.name));
  target.setOutput(required(command, 'name'), command.data);
};

const saveStateCommand: Handler = (target, command) => {
  target.log.issue('warning', DEPRECATED(command.name));
  target.saveState(required(command, 'name'), command.data);
};

const addPathCommand: Handler = (target, command) => {
  requireUnsecureCommands(target, command);
  target.addPath(command.data);
};

/** https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs */
const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['set-env', { omitEcho: false, handle: setEnvCommand }],
  ['set-output', { omitEcho: false, handle: setOutputCommand }],
  ['save-state', { omitEcho: false, handle: saveStateCommand }],
  ['add-mask', { omitEcho: true, handle: maskCommand }],
  ['add-path', { omitEcho: false, handle: addPathCommand }],
  // Problem matchers are recognised and have no effect here.
  ['add-matcher', { omitEcho: false, handle: () => undefined }],
  ['remove-matcher', { omitEcho: false, handle: () => undefined }],
  ['debug', { omitEcho: true, handle: (target, command) => target.log.debug(command.data) }],
  ['warning', { omitEcho: true, handle: issue('warning') }],
  ['error', { omitEcho: true, handle: issue('error') }],
  ['notice', { omitEcho: true, handle: issue('notice') }],
  ['group', { omitEcho: false, handle: (target, command) => target.log.output(`##[group]${command.data}`) }],
  ['endgroup', { omitEcho: false, handle: target => target.log.output('##[endgroup]') }],
  ['echo', { omitEcho: false, handle: echoCommand }],
]);

/** Takes the lines of one step's process: runs the commands among them and shows the rest. */
export function createCommandProcessor(target: CommandTarget): (line: string) => void {
  // Commands are echoed from the start when step debugging is on.
  const echo: Echo = { isOn: target.log.isDebug };
  let stopToken: string | undefined;
  let isBroken = false;

  const isRegistered = (name: string): boolean =>
    COMMANDS.has(name.toLowerCase()) ||
    name.toLowerCase() === 'stop-commands' ||
    (stopToken !== undefined && name.toLowerCase() === stopToken.toLowerCase());

  const process = (line: string): boolean => {
    const command = parseWorkflowCommand(line, isRegistered);
    if (!command) return false;
    const name = command.name.toLowerCase();
    if (stopToken !== undefined) return resume(line, name);
    if (name === 'stop-commands') stop(line, command.data);
    else run(line, command, name);
    return true;
  };

  const resume = (line: string, name: string): boolean => {
    if (name !== stopToken?.toLowerCase()) {
      target.log.debug(`Process commands has been stopped and waiting for '##[${stopToken}]' to resume.`);
      return false;
    }
    target.log.output(line);
    target.log.debug('Resume processing commands');
    stopToken = undefined;
    return true;
  };

  // An invalid end token ends the step with an error: what the process writes after it is not read any more.
  const stop = (line: string, token: string): void => {
    if (token === '' || token.toLowerCase() === 'pause-logging' || isRegistered(token)) {
      target.log.issue('error', INVALID_STOP_TOKEN);
      target.fail();
      isBroken = true;
      return;
    }
    stopToken = token;
    if (token.length > 6) target.masker.add(token);
    target.log.output(line);
    target.log.debug('Paused processing commands until the token you called ::stopCommands:: with is received');
  };

  const run = (line: string, command: WorkflowCommand, name: string): void => {
    const known = COMMANDS.get(name);
    if (!known) return;
    if (echo.isOn && !known.omitEcho) target.log.output(line);
    try {
      known.handle(target, command, echo);
    } catch (error) {
      const shown = known.omitEcho ? name : line;
      target.log.issue('error', `Unable to process command '${shown}' successfully.`);
      target.log.issue('error', error instanceof Error ? error.message : String(error));
      target.fail();
    }
  };

  return line => {
    if (isBroken || process(line)) return;
    // The runner's own markers cannot be forged.
    const shown = line
      .replaceAll('##[start-action', '##[\\start-action')
      .replaceAll('##[end-action', '##[\\end-action');
    target.log.output(shown);
  };
}
