/** A service connection as the agent gets it. */
export interface ServiceConnection {
  /** A GUID. */
  readonly id: string;
  readonly name: string;
  /** `azurerm`, `workloadidentityuser`, … */
  readonly type?: string;
  readonly url?: string;
  readonly authorization: {
    /** `WorkloadIdentityFederation`, `ServicePrincipal`, `ManagedServiceIdentity`, … */
    readonly scheme: string;
    readonly parameters: Readonly<Record<string, string>>;
  };
  readonly data?: Readonly<Record<string, string>>;
}

/** A file of the library. Its content is fetched by the task, with the ticket. */
export interface SecureFile {
  /** A GUID. */
  readonly id: string;
  readonly name: string;
  readonly ticket: string;
}
