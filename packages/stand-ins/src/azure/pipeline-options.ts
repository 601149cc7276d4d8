import type { NodeRuntime } from '../node-runtimes.js';
import type { SecureFile, ServiceConnection } from './service-connection.js';

/** The handlers of a task.json that this stand-in runs. */
export type NodeHandler = 'Node20_1' | 'Node24';

/** What a job of a pipeline runs with. Everything has a default. */
export interface PipelineJobOptions {
  /** The sources directory; a temporary one when left out. */
  readonly workspaceDir?: string;
  readonly organization?: string;
  readonly project?: string;
  readonly pipeline?: string;
  /** `refs/heads/…`, `refs/tags/…`. */
  readonly sourceBranch?: string;
  /** With a trailing slash; default `https://dev.azure.com/<organization>/`. */
  readonly collectionUri?: string;
  /** Where tasks ask for ID tokens (`System.OidcRequestUri`). */
  readonly oidcRequestUri?: string;
  /** `System.AccessToken`, and the token of the system connection. */
  readonly jobToken?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly secretVariables?: Readonly<Record<string, string>>;
  readonly serviceConnections?: readonly ServiceConnection[];
  readonly secureFiles?: readonly SecureFile[];
  /** `System.Debug`. */
  readonly debug?: boolean;
  /** The newest handler that this agent knows; default `Node24`. */
  readonly handler?: NodeHandler;
  /** The Node.js to start tasks with, whatever the handler: `n20` is an agent that runs `Node24` handlers on Node 20. */
  readonly node?: NodeRuntime;
  /**
   * What `task` leads to: `Name@1` to a directory with a task.json. A key without `@major` stands for every version. With null
   * the task is accepted and does nothing.
   */
  readonly tasks?: Readonly<Record<string, string | null>>;
  /** The agent's own environment beside PATH, HOME and LANG: NODE_EXTRA_CA_CERTS, say. */
  readonly agentEnv?: Readonly<Record<string, string>>;
  /** Gets every line of the log as it is shown. */
  readonly onLogLine?: (line: string) => void;
}
