import type { TokenRequest } from '../contract/token-request.js';
import type { Platform } from '../platform.js';
import { markdownText } from './markdown.js';
import { safeText } from './safe-text.js';

/**
 * Tells the user how to sign in, at once: in the log, which is read while the step waits, and in the summary, which
 * GitHub shows only when the step has ended.
 */
export async function announceDeviceCode(
  platform: Platform,
  { jobSummary }: TokenRequest,
  message: string,
): Promise<void> {
  platform.info(safeText(message));
  if (jobSummary) await platform.writeSummary(`### Sign in to go on\n\n${markdownText(message)}\n`);
}
