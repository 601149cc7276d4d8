import type { SecretMasker } from '../masking/secret-masker.js';

/** A variable of a pipeline, or of a task. */
export interface Variable {
  readonly name: string;
  readonly value: string;
  readonly secret: boolean;
  readonly readOnly: boolean;
  readonly preserveCase: boolean;
}

/** How a variable is set. */
export type VariableFlags = Partial<Pick<Variable, 'secret' | 'readOnly' | 'preserveCase'>>;

/** Variables by name, whose case does not matter. */
export interface Variables {
  get(name: string): Variable | undefined;
  /** A secret value is registered with the masker. What was secret or read-only stays so. */
  set(name: string, value: string, flags?: VariableFlags): void;
  delete(name: string): void;
  all(): readonly Variable[];
  /** Resolves macros within the values; the result is what steps see. Returns warnings. */
  expand(): string[];
}

/** https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Worker/Variables.cs */
export function createVariables(masker: SecretMasker): Variables {
  const raw = new Map<string, Variable>();
  let expanded = new Map<string, Variable>();
  return {
    get: name => expanded.get(name.toLowerCase()),
    set(name, value, flags = {}) {
      const known = expanded.get(name.toLowerCase());
      const secret = (flags.secret ?? false) || (known?.secret ?? false);
      if (secret) masker.add(value);
      const variable: Variable = {
        name,
        value,
        secret,
        readOnly: (flags.readOnly ?? false) || (known?.readOnly ?? false),
        preserveCase: flags.preserveCase ?? false,
      };
      raw.set(name.toLowerCase(), variable);
      expanded.set(name.toLowerCase(), variable);
    },
    delete(name) {
      raw.delete(name.toLowerCase());
      expanded.delete(name.toLowerCase());
    },
    all: () => [...expanded.values()],
    expand() {
      const warnings: string[] = [];
      expanded = new Map([...raw].map(([key, variable]) => [key, expandVariable(variable, raw, masker, warnings)]));
      return warnings;
    },
  };
}

function expandVariable(
  variable: Variable,
  raw: ReadonlyMap<string, Variable>,
  masker: SecretMasker,
  warnings: string[],
): Variable {
  let secret = variable.secret;
  const resolve = (value: string, path: readonly string[]): string =>
    value.replaceAll(/\$\(([^)]+)\)/g, (macro, name: string) => {
      const nested = raw.get(name.toLowerCase());
      if (!nested) return macro;
      if (path.includes(name.toLowerCase()))
        throw new RangeError(`Variable '${variable.name}' contains a cyclical reference.`);
      secret ||= nested.secret;
      return resolve(nested.value, [...path, name.toLowerCase()]);
    });
  try {
    const value = resolve(variable.value, [variable.name.toLowerCase()]);
    if (value === variable.value) return variable;
    if (secret) masker.add(value);
    return { ...variable, value, secret };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    warnings.push(error.message);
    return variable;
  }
}

/** Replaces `$(name)` once, not within what was put in. Macros without a variable stay as they are. */
export function expandMacros(text: string, find: (name: string) => string | undefined): string {
  let result = '';
  let position = 0;
  for (;;) {
    const start = text.indexOf('$(', position);
    const end = start < 0 ? -1 : text.indexOf(')', start + 2);
    if (end < 0) return result + text.slice(position);
    const name = text.slice(start + 2, end);
    const value = name === '' ? undefined : find(name);
    result += text.slice(position, start) + (value ?? '$');
    position = value === undefined ? start + 1 : end + 1;
  }
}

/** `env.var` → `ENV_VAR`: dots and blanks become `_`, upper case unless the variable keeps its case. */
export function environmentName(name: string, preserveCase = false): string {
  const formatted = name.replaceAll('.', '_').replaceAll(' ', '_');
  return preserveCase ? formatted : formatted.toUpperCase();
}
