import { openContext } from './context.js';
import { givenInputs } from './contract/given-inputs.js';
import { parseTimeout } from './contract/parse-timeout.js';
import { parseTokenRequest } from './contract/parse-token-request.js';
import { diagnose } from './diagnosis/diagnose.js';
import type { Platform } from './platform.js';
import { announceRequest, announceTokens } from './report/announce.js';
import { maskSecretInputs, tooShortToMask } from './report/mask-secrets.js';
import { publishTokens } from './report/publish-tokens.js';
import { reportFailure } from './report/report-failure.js';
import { summarize } from './report/summary.js';
import { acquireTokens } from './token/acquire-tokens.js';
import { checkTokens } from './token/check-tokens.js';

/**
 * Runs the step: gets the tokens the inputs ask for and hands them to the platform. Never throws; a failure is reported
 * to the platform.
 * @param now the time.
 */
export async function run(platform: Platform, now: () => Date): Promise<void> {
  try {
    for (const input of maskSecretInputs(platform)) platform.warning(tooShortToMask(input));
    const given = givenInputs(platform);
    const context = openContext(platform, now, parseTimeout(given));
    const request = await parseTokenRequest(given, context);
    announceRequest(platform, request);
    const tokens = await acquireTokens(request, context);
    await checkTokens(request.expectations, tokens, context);
    publishTokens(platform, request, tokens, now());
    announceTokens(platform, tokens);
    await summarize(platform, request, tokens);
  } catch (failure) {
    reportFailure(platform, diagnose(failure));
  }
}
