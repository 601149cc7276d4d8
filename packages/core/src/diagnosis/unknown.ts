import type { Diagnosis } from './diagnosis.js';

/** A failure that nobody foresaw is ours, and says so. */
export function diagnoseUnknown(failure: unknown): Diagnosis {
  const error = failure instanceof Error ? failure : new Error(String(failure));
  return {
    title: 'Entra Token failed',
    what: `This is a mistake in Entra Token itself, not in your pipeline: ${error.name}: ${error.message}`,
    fix: 'Please report it, with this log run again with debug logging on: https://github.com/org/entra-token/issues',
    facts: [],
    // The first lines of a stack repeat the message.
    trace: (error.stack ?? '').split('\n').filter(line => line.trimStart().startsWith('at ')),
  };
}
