import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { GitHubJob } from './job.js';

/** Seconds for which GitHub's id tokens are valid. */
const LIFETIME = 300;

export interface GitHubTokenRequest {
  readonly job: GitHubJob;
  readonly issuer: string;
  readonly audience: string;
  readonly now: Date;
}

/**
 * The claims of a job's id token.
 * https://docs.github.com/actions/reference/security/oidc#oidc-token-claims
 */
export function githubClaims({ job, issuer, audience, now }: GitHubTokenRequest): JWTPayload {
  const seconds = Math.floor(now.getTime() / 1000);
  const claims = jobClaims(job);
  return {
    jti: randomUUID(),
    sub: subjectOf(job, claims),
    aud: audience,
    iss: issuer,
    nbf: seconds - 600,
    iat: seconds,
    exp: seconds + LIFETIME,
    ...claims,
  };
}

/**
 * The subject that a federated credential has to name for this job.
 * https://docs.github.com/actions/reference/security/oidc#example-subject-claims
 */
export function githubSubject(job: GitHubJob): string {
  return subjectOf(job, jobClaims(job));
}

/** The audience when a job asks for none: the address of the repository's owner. */
export function defaultAudience(job: GitHubJob): string {
  return `https://github.com/${ownerOf(job)}`;
}

function ownerOf({ repository }: GitHubJob): string {
  return repository.split('/')[0] ?? '';
}

function subjectOf(job: GitHubJob, claims: Record<string, string>): string {
  const [owner = '', name = ''] = job.repository.split('/');
  const repository = job.immutableSubject
    ? `repo:${owner}@${claims['repository_owner_id']}/${name}@${claims['repository_id']}`
    : `repo:${job.repository}`;

  if (job.subjectClaimKeys === undefined) return `${repository}:${contextOf(job, claims)}`;
  return job.subjectClaimKeys
    .map(key => {
      if (key === 'repo') return repository;
      if (key === 'context') return contextOf(job, claims);
      return `${key}:${escapeColons(claims[key] ?? '')}`;
    })
    .join(':');
}

/** What the job runs for; an environment wins over everything. */
function contextOf({ environment }: GitHubJob, claims: Record<string, string>): string {
  if (environment !== undefined) return `environment:${escapeColons(environment)}`;
  if (claims['event_name'] === 'pull_request') return 'pull_request';
  return `ref:${escapeColons(claims['ref'] ?? '')}`;
}

function escapeColons(value: string): string {
  return value.replaceAll(':', '%3A');
}

function jobClaims(job: GitHubJob): Record<string, string> {
  const ref = job.ref ?? 'refs/heads/main';
  const sha = job.sha ?? '3f2c1a9d0b7e4856a1c2d3e4f5061728394a5b6c';
  const workflowRef = `${job.repository}/${job.workflowFile ?? '.github/workflows/deploy.yml'}@${ref}`;
  return {
    repository: job.repository,
    repository_id: job.repositoryId ?? '741852963',
    repository_owner: ownerOf(job),
    repository_owner_id: job.repositoryOwnerId ?? '159357',
    repository_visibility: job.repositoryVisibility ?? 'private',
    ref,
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: 'true',
    sha,
    base_ref: '',
    head_ref: '',
    event_name: job.eventName ?? 'push',
    workflow: job.workflow ?? 'deploy',
    workflow_ref: workflowRef,
    workflow_sha: sha,
    job_workflow_ref: job.jobWorkflowRef ?? workflowRef,
    job_workflow_sha: sha,
    run_id: job.runId ?? '18446744073',
    run_number: '7',
    run_attempt: '1',
    runner_environment: 'github-hosted',
    actor: job.actor ?? 'octocat',
    actor_id: '583231',
    ...(job.environment !== undefined && { environment: job.environment }),
  };
}
