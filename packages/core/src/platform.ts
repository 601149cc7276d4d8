import type { IdentityTokenRequest } from './credentials/identity-token-request.js';
import type { ServiceConnection } from './credentials/service-connection.js';
import type { HttpRequest } from './transport/http.js';
import type { NetworkSettings } from './transport/network-settings.js';

/** The platforms a step runs on; the contract's names are spelled for each (see `contract/spelling.ts`). */
export type PlatformName = 'github-actions' | 'azure-pipelines';

/** What the platform says about the running job, in the order it is worth reading; shown in the summary. */
export type JobFacts = readonly (readonly [label: string, value: string])[];

/** Why the platform keeps its secrets from a run: what it runs comes from elsewhere. */
export type Restriction =
  | { readonly kind: 'fork' /** The fork's name, where it is known. */; readonly repository: string | undefined }
  | { readonly kind: 'dependabot' };

/**
 * Everything that differs between GitHub Actions and Azure Pipelines. Adapters carry values in and out and decide
 * nothing: what both sides would need belongs to core.
 */
export interface Platform {
  readonly name: PlatformName;

  /** Environment variables as the step was started with them, for the fallbacks the Azure SDKs agree on. */
  readonly environment: Readonly<Record<string, string | undefined>>;

  /** The job's repository, ref, run and the like. */
  readonly job: JobFacts;

  /** Undefined for an ordinary run. */
  readonly restriction: Restriction | undefined;

  /** How long the whole job may take, where the platform tells; undefined where it does not, or sets no limit. */
  readonly jobTimeoutMinutes: number | undefined;

  /** The names of the variables that inputs can refer to, where the platform tells; not their values. */
  readonly variableNames: readonly string[];

  /** The raw value of the input with this platform's spelling, `''` when unset. Must not print it. */
  input(name: string): string;

  /**
   * What a service connection holds.
   * @param input the input that names it, for problems with it.
   * @throws {InputProblems} when the connection cannot be used for a token.
   */
  serviceConnection(id: string, input: string): ServiceConnection;

  /** Proxy and certificate authorities of the machine that runs the job. */
  network(): NetworkSettings;

  /** The request that downloads a secure file of the platform's library. */
  secureFileRequest(id: string): HttpRequest;

  /**
   * The request that makes the platform vouch for the job (or for a service connection, where one is named).
   * @param audience what the token is for; a platform with a fixed audience ignores it.
   * @returns undefined when the job has no right to one.
   */
  identityTokenRequest(audience: string, serviceConnection: string | undefined): IdentityTokenRequest | undefined;

  /** Hides a value from every log from now on. One line, never empty. */
  mask(value: string): void;

  /** Publishes an output; a secret one is marked so where the platform knows the difference. */
  setOutput(name: string, value: string, secret: boolean): void;

  /** Prints one line for the reader of the log. The text is safe already (see `report/safe-text.ts`). */
  info(line: string): void;

  /** Exports a (masked) value as an environment variable of the steps that follow. */
  exportVariable(name: string, value: string): void;

  /** Tells what the reader should know although nothing failed. */
  warning(message: string): void;

  /** Prints one line that is shown only with debug logging. */
  debug(line: string): void;

  /** Fails the step with its one error annotation. */
  fail(title: string, message: string): void;

  /** Adds markdown to the job's summary. */
  writeSummary(markdown: string): Promise<void>;
}
