import { existsOn, type InputDeclaration, inputs, outputs, spell } from '@entra-token/core';
import { identity } from './identity.js';

/** The text of task.json: https://github.com/microsoft/azure-pipelines-task-lib/blob/master/tasks.schema.json */
export function taskJson(): string {
  const declared: readonly InputDeclaration[] = inputs;
  const { major, minor, patch } = identity.version;
  const metadata = {
    $schema: 'https://raw.githubusercontent.com/Microsoft/azure-pipelines-task-lib/master/tasks.schema.json',
    id: identity.taskId,
    name: 'EntraToken',
    friendlyName: identity.title,
    description: identity.description,
    helpMarkDown: '[Documentation](https://github.com/org/entra-token#readme)',
    category: 'Utility',
    visibility: ['Build', 'Release'],
    runsOn: ['Agent', 'DeploymentGroup'],
    author: identity.author,
    version: { Major: major, Minor: minor, Patch: patch },
    // The first agent that runs Node20_1 handlers.
    minimumAgentVersion: '4.248.0',
    instanceNameFormat: 'Get an Entra access token',
    showEnvironmentVariables: true,
    inputs: declared.filter(input => existsOn('azure-pipelines', input)).map(taskInput),
    outputVariables: outputs.map(({ name, help }) => ({ name: spell(name, 'azure-pipelines'), description: help })),
    execution: { Node24: { target: 'index.js' }, Node20_1: { target: 'index.js' } },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}

function taskInput(input: InputDeclaration) {
  return {
    name: spell(input.name, 'azure-pipelines'),
    type: taskInputType(input),
    label: input.label,
    required: false,
    ...(input.default === undefined ? {} : { defaultValue: input.default }),
    ...(input.choices ? { options: optionsOf(input) } : {}),
    helpMarkDown: input.help,
  };
}

function taskInputType(input: InputDeclaration): string {
  if (input.taskType) return input.taskType;
  if (input.choices) return 'pickList';
  if (input.boolean) return 'boolean';
  return input.multiline ? 'multiLine' : 'string';
}

function optionsOf(input: InputDeclaration): Record<string, string> {
  const choices = input.choices?.filter(choice => existsOn('azure-pipelines', choice)) ?? [];
  return Object.fromEntries(choices.map(({ value, label }) => [value, label]));
}
