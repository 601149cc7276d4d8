import type { Platform } from '../platform.js';
import { type PresentedAssertion, presentedFacts } from '../token/presented-assertion.js';
import { safeText } from './safe-text.js';
import { wrap } from './wrap.js';

/** Tells the log what vouches for the app, unless that was told already: each attempt has a new assertion that says the same. */
export function announceAssertion(
  platform: Platform,
  assertion: PresentedAssertion,
  before: PresentedAssertion | undefined,
): void {
  const facts = presentedFacts(assertion);
  if (before && String(presentedFacts(before)) === String(facts)) return;
  for (const [label, value] of facts) {
    for (const line of wrap(safeText(`${label}: ${value}`), '  ')) platform.info(line);
  }
}
