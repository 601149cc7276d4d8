import { context } from '@actions/github';
import type { Platform } from '@entra-token/core';

/** Events of a pull request that run what it brings; `pull_request_target` runs the base's workflow, with its secrets. */
const untrustedEvents = ['pull_request', 'pull_request_review', 'pull_request_review_comment'];

/**
 * Why GitHub keeps its secrets from this run: the pull request comes from another repository, or from Dependabot.
 * https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request and
 * https://docs.github.com/code-security/reference/supply-chain-security/dependabot-on-actions
 */
export function restriction(environment: Platform['environment']): Platform['restriction'] {
  // A person who runs it again changes nothing: GITHUB_ACTOR stays who started the first run.
  if (environment['GITHUB_ACTOR'] === 'dependabot[bot]') return { kind: 'dependabot' };
  if (!untrustedEvents.includes(environment['GITHUB_EVENT_NAME'] ?? '')) return undefined;
  const repository: unknown = context.payload.pull_request?.['head']?.repo?.full_name;
  if (repository === environment['GITHUB_REPOSITORY']) return undefined;
  // A fork that was deleted meanwhile has no name.
  return { kind: 'fork', repository: typeof repository === 'string' ? repository : undefined };
}
