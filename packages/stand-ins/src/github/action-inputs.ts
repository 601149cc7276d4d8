import type { ActionMetadata } from './action-metadata.js';
import type { StepLog } from './step-log.js';
import { evaluateTemplate, type TemplateScope } from './template.js';

/**
 * The inputs of an action: what the step gives, then the defaults of those that it leaves out. Warns of inputs that are not
 * declared or deprecated. A missing required input is not noticed: the runner leaves that to the action.
 * https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionRunner.cs
 */
export function resolveActionInputs(
  given: Readonly<Record<string, string | number | boolean>>,
  metadata: ActionMetadata,
  scope: TemplateScope,
  log: StepLog,
): Map<string, string> {
  const inputs = new Map<string, string>();
  for (const [name, value] of Object.entries(given)) inputs.set(name, evaluateTemplate(String(value), scope));
  const names = new Set([...inputs.keys()].map(name => name.toLowerCase()));
  const declared = new Set([...metadata.inputs.keys()].map(name => name.toLowerCase()));

  for (const [name, input] of metadata.inputs) {
    if (input.deprecationMessage !== undefined && names.has(name.toLowerCase())) {
      log.issue('warning', `Input '${name}' has been deprecated with message: ${input.deprecationMessage}`);
    }
    if (!names.has(name.toLowerCase())) inputs.set(name, evaluateTemplate(input.default ?? '', scope));
  }
  const unexpected = Object.keys(given).filter(name => !declared.has(name.toLowerCase()));
  if (unexpected.length > 0) {
    const valid = [...metadata.inputs.keys()].join("', '");
    log.issue('warning', `Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${valid}']`);
  }
  return inputs;
}

/** `INPUT_<NAME>`: upper case, blanks become `_`, dashes stay. */
export function inputEnvironment(inputs: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    [...inputs].map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}
