/** A pipeline job, and the service connections it may use. */
export interface AzureDevOpsJob {
  readonly organization: string;
  /** GUID. */
  readonly organizationId: string;
  readonly project: string;
  /** GUID. Requests may name the project by it. */
  readonly projectId?: string;
  /** The pipeline's name. */
  readonly pipeline: string;
  readonly serviceConnections: readonly ServiceConnection[];
}

/** A service connection with workload identity federation. */
export interface ServiceConnection {
  /** GUID. */
  readonly id: string;
  readonly name: string;
  /** The tenant whose Entra issues the token; unset for connections of the old form, which Azure DevOps issues itself. */
  readonly tenantId?: string;
}

/** What the agent gives the job to ask for a token. */
export interface AzureDevOpsJobAccess {
  /** `SYSTEM_OIDCREQUESTURI` */
  readonly oidcRequestUri: string;
  /** The job's access token (`System.AccessToken`). */
  readonly jobToken: string;
}
