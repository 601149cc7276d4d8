import type { ExpressionValue } from '../expressions/expression.js';
import type { WorkflowJobOptions } from './job-options.js';
import type { JobState } from './job-state.js';

/** The `github` context as it is at the start of a job. */
export function githubContext(
  options: WorkflowJobOptions,
  job: { readonly workspace: string; readonly eventPath: string; readonly token: string },
): Record<string, ExpressionValue> {
  const repository = options.repository ?? 'octo-org/octo-repo';
  const ref = options.ref ?? 'refs/heads/main';
  const sha = options.sha ?? '0123456789abcdef0123456789abcdef01234567';
  const actor = options.actor ?? 'octocat';
  return {
    token: job.token,
    job: options.job ?? 'build',
    ref,
    sha,
    repository,
    repository_owner: repository.split('/')[0] ?? repository,
    repository_id: '1296269',
    repository_owner_id: '9919',
    repositoryUrl: `git://github.com/${repository}.git`,
    run_id: '1234567890',
    run_number: '1',
    run_attempt: '1',
    retention_days: '90',
    actor,
    actor_id: '583231',
    triggering_actor: actor,
    workflow: options.workflow ?? 'ci',
    workflow_ref: `${repository}/.github/workflows/ci.yml@${ref}`,
    workflow_sha: sha,
    head_ref: '',
    base_ref: '',
    event_name: options.eventName ?? 'push',
    event: options.event ?? {},
    event_path: job.eventPath,
    server_url: 'https://github.com',
    api_url: 'https://api.github.com',
    graphql_url: 'https://api.github.com/graphql',
    ref_name: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    ref_protected: false,
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    secret_source: 'Actions',
    workspace: job.workspace,
  };
}

/** The `runner` context. */
function runnerContext(job: JobState): Record<string, string> {
  return {
    os: 'Linux',
    arch: process.arch === 'arm64' ? 'ARM64' : 'X64',
    name: 'stand-in 1',
    environment: 'github-hosted',
    tool_cache: `${job.directories.root}/_tool`,
    temp: job.directories.temp,
    workspace: job.directories.root,
    ...(job.options.debug ? { debug: '1' } : {}),
  };
}

/** Everything that an expression in a step may refer to. `env` is the step's. */
export function expressionContexts(
  job: JobState,
  env: Readonly<Record<string, string>>,
): { readonly [name: string]: ExpressionValue } {
  return {
    github: job.github,
    runner: runnerContext(job),
    env,
    vars: job.options.vars ?? {},
    secrets: { github_token: job.token, ...job.options.secrets },
    inputs: job.options.inputs ?? {},
    needs: job.options.needs ?? {},
    strategy: {},
    matrix: {},
    job: { status: job.status },
    steps: Object.fromEntries([...job.steps].map(([id, step]) => [id, { ...step }])),
  };
}

// https://github.com/actions/runner/blob/main/src/Runner.Worker/GitHubContext.cs
const IN_ENVIRONMENT = new Set(
  `action_path action_ref action_repository action actor actor_id api_url base_ref env event_name event_path graphql_url
  head_ref job output path ref_name ref_protected ref_type ref repository repository_id repository_owner repository_owner_id
  retention_days run_attempt run_id run_number server_url sha state step_summary triggering_actor workflow workflow_ref
  workflow_sha workspace`.split(/\s+/),
);

/** The variables GITHUB_* and RUNNER_* that the contexts give to a process. */
export function contextEnvironment(job: JobState): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(job.github)) {
    if (IN_ENVIRONMENT.has(name) && (typeof value === 'string' || typeof value === 'boolean')) {
      environment[`GITHUB_${name.toUpperCase()}`] = String(value);
    }
  }
  for (const [name, value] of Object.entries(runnerContext(job))) environment[`RUNNER_${name.toUpperCase()}`] = value;
  return environment;
}
