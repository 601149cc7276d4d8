import { openContext } from './context.js';
import { type GivenInputs, givenInputs } from './contract/given-inputs.js';
import { parseTimeout } from './contract/parse-timeout.js';
import { parseTokenRequest } from './contract/parse-token-request.js';
import type { Platform } from './platform.js';
import { announceRequest, announceTokens } from './report/announce.js';
import { maskSecretInputs, tooShortToMask } from './report/mask-secrets.js';
import { publishTokens } from './report/publish-tokens.js';
import { summarize } from './report/summary.js';
import { acquireTokens } from './token/acquire-tokens.js';
import { checkTokens } from './token/check-tokens.js';
import type { PresentedAssertion } from './token/presented-assertion.js';

/**
 * Runs the step: gets the tokens the inputs ask for and hands them to the platform. Never throws; a failure is reported
 * to the platform.
 * @param now the time.
 */
export async function run(platform: Platform, now: () => Date): Promise<void> {
  let given: GivenInputs | undefined;
  const presented: PresentedAssertion[] = [];
  try {
    for (const input of maskSecretInputs(platform)) platform.warning(tooShortToMask(input));
    given = givenInputs(platform);
    const context = openContext(platform, now, parseTimeout(given), presented);
    const request = await parseTokenRequest(given, context);
    announceRequest(platform, request);
    const tokens = await acquireTokens(request, context);
    await checkTokens(request.expectations, tokens, context);
    publishTokens(platform, request, tokens, now());
    announceTokens(platform, tokens, now());
    await summarize(platform, request, { tokens, presented: presented.at(-1), now: now() });
  } catch (failure) {
    // Most steps succeed, and need nothing of what explains a failure.
    const { fail } = await import('./fail.js');
    await fail(platform, failure, { given, presented: presented.at(-1), now: now() });
  }
}
