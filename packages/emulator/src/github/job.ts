/** A workflow job that may ask for an id token (`permissions: id-token: write`). */
export interface GitHubJob {
  /** `owner/name`. */
  readonly repository: string;
  /** `refs/heads/main` if unset. */
  readonly ref?: string;
  /** The deployment environment, if the job names one. */
  readonly environment?: string;
  /** `push` if unset. */
  readonly eventName?: string;
  readonly repositoryId?: string;
  readonly repositoryOwnerId?: string;
  readonly repositoryVisibility?: 'public' | 'private' | 'internal';
  /** The workflow's name; `deploy` if unset. */
  readonly workflow?: string;
  /** The workflow's file; `.github/workflows/deploy.yml` if unset. */
  readonly workflowFile?: string;
  /** Of the reusable workflow that the job runs in, if any: `owner/name/path@ref`. */
  readonly jobWorkflowRef?: string;
  readonly actor?: string;
  readonly runId?: string;
  readonly sha?: string;
  /** Subjects that hold the owner's and the repository's ids beside their names. */
  readonly immutableSubject?: boolean;
  /** `include_claim_keys` of a customised subject, which replace all of it. */
  readonly subjectClaimKeys?: readonly string[];
}

/** What the runner gives the job to ask for an id token. */
export interface GitHubJobAccess {
  /** `ACTIONS_ID_TOKEN_REQUEST_URL` */
  readonly requestUrl: string;
  /** `ACTIONS_ID_TOKEN_REQUEST_TOKEN` */
  readonly requestToken: string;
}
