/** One way in which one client gets a token. */
export interface Attempt {
  readonly peer: string;
  readonly credential: string;
  /** Resolves with the access token for the sample's scope. */
  acquire(): Promise<string>;
}
