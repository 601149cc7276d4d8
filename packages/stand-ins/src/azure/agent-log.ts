import type { SecretMasker } from '../masking/secret-masker.js';
import type { Annotation } from '../result/step-result.js';

// https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Worker/ExecutionContext.cs
const MAX_ISSUES_PER_LEVEL = 10;

/** The log and the issues of one step; every line is masked as it is written. */
export interface AgentLog {
  readonly isDebug: boolean;
  output(message: string): void;
  /** A line that the agent does not mask (a task's name and description). */
  unmasked(message: string): void;
  section(message: string): void;
  debug(message: string): void;
  issue(level: 'error' | 'warning', message: string, properties?: Readonly<Record<string, string>>): void;
  text(): string;
  issues(): readonly Annotation[];
}

/** An empty log. `onLine` gets each entry as it is shown. */
export function createAgentLog(
  masker: SecretMasker,
  options: { readonly isDebug: boolean; readonly onLine?: ((line: string) => void) | undefined },
): AgentLog {
  const lines: string[] = [];
  const issues: Annotation[] = [];
  const append = (line: string): void => {
    lines.push(line);
    options.onLine?.(line);
  };
  const write = (line: string): void => append(masker.mask(line));
  return {
    isDebug: options.isDebug,
    output: write,
    unmasked: append,
    section: message => write(`##[section]${message}`),
    debug(message) {
      if (options.isDebug) write(`##[debug]${message}`);
    },
    issue(level, message, properties = {}) {
      const masked = masker.mask(message);
      if (masked !== '') write(`##[${level}]${masked}`);
      if (issues.filter(issue => issue.level === level).length < MAX_ISSUES_PER_LEVEL) {
        issues.push({ level, message: masked, properties });
      }
    },
    text: () => lines.map(line => `${line}\n`).join(''),
    issues: () => issues,
  };
}
