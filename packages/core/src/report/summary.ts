import { spell } from '../contract/spelling.js';
import type { TokenRequest } from '../contract/token-request.js';
import type { Platform } from '../platform.js';
import type { AccessToken } from '../token/access-token.js';
import { describeIdentity } from './describe-identity.js';
import { describeToken } from './describe-token.js';
import { markdownTable, markdownText } from './markdown.js';
import { nextStep } from './next-step.js';

/** Adds to the job's summary what came of the step, unless the inputs say not to. */
export async function summarize(
  platform: Platform,
  request: TokenRequest,
  tokens: readonly AccessToken[],
): Promise<void> {
  if (request.jobSummary) await platform.writeSummary(successSummary(platform, request, tokens));
}

/** What was asked for, for whom, and what to do with it, in markdown. It holds no secret. */
export function successSummary(platform: Platform, request: TokenRequest, tokens: readonly AccessToken[]): string {
  const { issuer, identity, credential } = describeIdentity(request);
  const label = platform.name === 'github-actions' ? 'id: entra' : 'name: entra';
  return [
    '### Entra access token',
    '',
    markdownTable([['Issuer', issuer], ['Identity', identity], ['Credential', credential], ...platform.job]),
    '',
    '| Token | Audience | Roles or scopes | Expires (UTC) |',
    '|---|---|---|---|',
    ...tokens.map(describeToken).map(({ name, audience, permissions, expiresOn }) => {
      return `| ${[name, audience, permissions, expiresOn].map(markdownText).join(' | ')} |`;
    }),
    '',
    `Use it in a later step of this job (the step that got it has \`${label}\`); the output is \`${spell('authorization-header', platform.name)}\`:`,
    '',
    '```yaml',
    nextStep[platform.name].trim(),
    '```',
    '',
  ].join('\n');
}
