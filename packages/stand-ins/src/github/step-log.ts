import type { SecretMasker } from '../masking/secret-masker.js';
import type { Annotation } from '../result/step-result.js';

// https://github.com/actions/runner/blob/main/src/Runner.Worker/ExecutionContext.cs
const MAX_ANNOTATIONS_PER_LEVEL = 10;
const MAX_MESSAGE = 4096;

/** The log and the annotations of one step; every line is masked as it is written. */
export interface StepLog {
  readonly isDebug: boolean;
  output(message: string): void;
  debug(message: string): void;
  issue(level: Annotation['level'], message: string, properties?: Readonly<Record<string, string>>): void;
  text(): string;
  annotations(): readonly Annotation[];
}

/** An empty log. `onLine` gets each line as it is shown. */
export function createStepLog(
  masker: SecretMasker,
  options: { readonly isDebug: boolean; readonly onLine?: ((line: string) => void) | undefined },
): StepLog {
  const lines: string[] = [];
  const annotations: Annotation[] = [];
  const write = (line: string): void => {
    const masked = masker.mask(line);
    lines.push(masked);
    options.onLine?.(masked);
  };
  return {
    isDebug: options.isDebug,
    output: write,
    debug(message) {
      if (!options.isDebug) return;
      for (const line of message.replaceAll('\r\n', '\n').split('\n')) write(`##[debug]${line}`);
    },
    issue(level, message, properties = {}) {
      // The message is masked; the properties (a title!) are sent as they are.
      const masked = masker.mask(message).slice(0, MAX_MESSAGE);
      if (annotations.filter(annotation => annotation.level === level).length < MAX_ANNOTATIONS_PER_LEVEL) {
        const { title } = properties;
        annotations.push({ level, message: masked, ...(title === undefined ? {} : { title }), properties });
      }
      if (masked !== '') write(`##[${level}]${masked}`);
    },
    text: () => lines.map(line => `${line}\n`).join(''),
    annotations: () => annotations,
  };
}
