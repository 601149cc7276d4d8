import { spell } from '../contract/spelling.js';
import type { TokenRequest } from '../contract/token-request.js';
import type { Platform } from '../platform.js';
import type { AccessToken } from '../token/access-token.js';
import { type PresentedAssertion, presentedFacts } from '../token/presented-assertion.js';
import { describeIdentity } from './describe-identity.js';
import { describeToken, type TokenDescription } from './describe-token.js';
import { markdownTable, markdownText } from './markdown.js';
import { nextStep } from './next-step.js';

/** What came of a step that succeeded. */
export interface Outcome {
  readonly tokens: readonly AccessToken[];
  /** What vouched for the app, where something did. */
  readonly presented: PresentedAssertion | undefined;
  readonly now: Date;
}

/** Adds to the job's summary what came of the step, unless the inputs say not to. */
export async function summarize(platform: Platform, request: TokenRequest, outcome: Outcome): Promise<void> {
  if (request.jobSummary) await platform.writeSummary(successSummary(platform, request, outcome));
}

/** What was asked for, for whom, and what to do with it, in markdown. It holds no secret. */
export function successSummary(platform: Platform, request: TokenRequest, { tokens, presented, now }: Outcome): string {
  const { issuer, identity, credential } = describeIdentity(request);
  const label = platform.name === 'github-actions' ? 'id: entra' : 'name: entra';
  return [
    '### Entra access token',
    '',
    markdownTable([
      ['Issuer', issuer],
      ['Identity', identity],
      ['Credential', credential],
      ...(presented ? presentedFacts(presented) : []),
      ...platform.job,
    ]),
    '',
    '| Token | For | Audience | Roles or scopes | Expires (UTC) | Lives for |',
    '|---|---|---|---|---|---|',
    ...tokens.map(token => tokenRow(describeToken(token, now, platform.jobTimeoutMinutes))),
    '',
    `Use it in a later step of this job (the step that got it has \`${label}\`); the output is \`${spell('authorization-header', platform.name)}\`:`,
    '',
    '```yaml',
    nextStep[platform.name].trim(),
    '```',
    '',
  ].join('\n');
}

function tokenRow({ name, subject, audience, permissions, expiresOn, lifetime }: TokenDescription): string {
  return `| ${[name, subject, audience, permissions, expiresOn, lifetime].map(markdownText).join(' | ')} |`;
}
