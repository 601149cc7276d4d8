import type { ExpressionValue } from '../expressions/expression.js';
import type { NodeRuntime } from '../node-runtimes.js';

/** What a job of a workflow runs with. Everything has a default. */
export interface WorkflowJobOptions {
  /** The checked-out repository; a temporary directory when left out. */
  readonly workspaceDir?: string;
  /** `owner/name`. */
  readonly repository?: string;
  readonly ref?: string;
  readonly sha?: string;
  readonly eventName?: string;
  readonly actor?: string;
  readonly workflow?: string;
  readonly job?: string;
  /** The event's payload: the file at GITHUB_EVENT_PATH and the `github.event` context. */
  readonly event?: { readonly [key: string]: ExpressionValue };
  /** The job's `GITHUB_TOKEN`. */
  readonly token?: string;
  readonly vars?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** The `env` of workflow and job; may hold expressions. */
  readonly env?: Readonly<Record<string, string | number | boolean>>;
  readonly inputs?: Readonly<Record<string, ExpressionValue>>;
  readonly needs?: { readonly [job: string]: ExpressionValue };
  /** Given when the job has `permissions: id-token: write`. */
  readonly oidc?: { readonly requestUrl: string; readonly requestToken: string };
  /** Step debugging (`ACTIONS_STEP_DEBUG`). */
  readonly debug?: boolean;
  /** Starts every action with this Node.js instead of what its action.yml says. */
  readonly node?: NodeRuntime;
  /**
   * What `uses` leads to: `org/name@ref` or `./path` to a directory with an action.yml. A key without `@ref` stands for every
   * ref. With null a step is accepted and does nothing (a checkout, say).
   */
  readonly actions?: Readonly<Record<string, string | null>>;
  /** The runner's own environment beside PATH, HOME and LANG: NODE_EXTRA_CA_CERTS or HTTPS_PROXY, say. */
  readonly runnerEnv?: Readonly<Record<string, string>>;
  readonly defaults?: { readonly shell?: string; readonly 'working-directory'?: string };
  /** Gets every line of the log as it is shown. */
  readonly onLogLine?: (line: string) => void;
}
