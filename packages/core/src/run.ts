import { parseTokenRequest } from './contract/parse-token-request.js';
import { clientAuthentication } from './credentials/client-authentication.js';
import { diagnose } from './diagnosis/diagnose.js';
import type { Platform } from './platform.js';
import { announceRequest, announceTokens } from './report/announce.js';
import { maskSecret, maskSecretInputs } from './report/mask-secrets.js';
import { publishTokens } from './report/publish-tokens.js';
import { reportFailure } from './report/report-failure.js';
import { successSummary } from './report/summary.js';
import { acquireTokens } from './token/acquire-tokens.js';
import { httpsTransport } from './transport/https-transport.js';

/**
 * Runs the step: gets the tokens the inputs ask for and hands them to the platform. Never throws; a failure is reported
 * to the platform.
 * @param now the time.
 */
export async function run(platform: Platform, now: () => Date): Promise<void> {
  const mask = (secret: string) => maskSecret(platform, secret);
  try {
    maskSecretInputs(platform);
    const request = parseTokenRequest(platform, mask);
    announceRequest(platform, request);
    const send = httpsTransport(AbortSignal.timeout(request.timeoutSeconds * 1000));
    const authentication = clientAuthentication(request.credential, platform, send, mask);
    const tokens = await acquireTokens(request, authentication, send, now);
    publishTokens(platform, tokens, now());
    announceTokens(platform, tokens);
    if (request.jobSummary) await platform.writeSummary(successSummary(platform, request, tokens));
  } catch (failure) {
    reportFailure(platform, diagnose(failure));
  }
}
