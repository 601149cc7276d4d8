/** Every secret value that the emulator handed out, so that a test can prove that none of them leaks. */
export interface Issued {
  /** For applications, users and managed identities. */
  readonly accessTokens: string[];
  readonly idTokens: string[];
  readonly refreshTokens: string[];
  /** The codes that devices poll with; the ones that users type in are none of them. */
  readonly deviceCodes: string[];
  /** What proves to a managed identity endpoint that the caller may ask: App Service's header, Azure Arc's key files. */
  readonly hostSecrets: string[];
  /** Federated tokens of the GitHub and Azure DevOps issuers. */
  readonly assertions: string[];
  /** What jobs present to ask for an assertion. */
  readonly jobTokens: string[];
}

/** A record that everything is to be added to. */
export function nothingIssued(): Issued {
  return {
    accessTokens: [],
    idTokens: [],
    refreshTokens: [],
    deviceCodes: [],
    hostSecrets: [],
    assertions: [],
    jobTokens: [],
  };
}
