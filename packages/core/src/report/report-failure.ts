import type { Diagnosis } from '../diagnosis/diagnosis.js';
import type { Platform } from '../platform.js';
import { safeText } from './safe-text.js';

/**
 * Tells a failure to the log, the details first, and ends with the one annotation, which holds the fix: whoever reads
 * nothing else can still act on it.
 */
export function reportFailure(platform: Platform, { title, what, fix, facts, trace }: Diagnosis): void {
  platform.info(`${safeText(title)}`);
  for (const [label, value] of facts) platform.info(`  ${safeText(label)}: ${safeText(value)}`);
  for (const line of trace ?? []) platform.debug(safeText(line));
  platform.fail(safeText(title), [what, fix].map(safeText).filter(Boolean).join(' '));
}
