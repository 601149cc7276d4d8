/** What a step shows beside the log: an annotation (GitHub) or an issue (Azure Pipelines). */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  /** All properties of the command, keys as they were written. */
  readonly properties: Readonly<Record<string, string>>;
}

/** What became of a step; `skipped` when its condition was false, `cancelled` when its signal was aborted. */
export type StepOutcome = 'success' | 'failure' | 'cancelled' | 'skipped';

/** Everything that a step left behind. */
export interface StepResult {
  readonly outcome: StepOutcome;
  /** 128 and its number after a signal. Null when no process was started, or the step ended without it. */
  readonly exitCode: number | null;
  /** The log as the user sees it: commands consumed and rendered, masked, without timestamps. */
  readonly log: string;
  /** What the process wrote, before anything is masked or consumed. */
  readonly rawStdout: string;
  readonly rawStderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Azure Pipelines: the names of the outputs that are secret variables. Empty on GitHub. */
  readonly secretOutputs: readonly string[];
  /** What the step keeps for its post-job part: GitHub's state, Azure's task variables. */
  readonly state: Readonly<Record<string, string>>;
  /** GitHub: what it exported through GITHUB_ENV. Azure: the variables (not outputs) that it set. */
  readonly exportedEnv: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
  /** The job summary (GitHub: scrubbed as the runner does it; Azure: as uploaded, which the agent does not mask). */
  readonly summary: string;
  /** Values registered with the masker by the end of the step, without the forms that encoders derive. */
  readonly masks: readonly string[];
  readonly durationMs: number;
}
