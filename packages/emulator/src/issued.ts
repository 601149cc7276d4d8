/** Every secret value that the emulator handed out, so that a test can prove that none of them leaks. */
export interface Issued {
  readonly accessTokens: string[];
  /** Federated tokens of the GitHub and Azure DevOps issuers. */
  readonly assertions: string[];
  /** What jobs present to ask for an assertion. */
  readonly jobTokens: string[];
}
