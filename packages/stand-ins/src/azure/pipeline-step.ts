type Scalar = string | number | boolean;

/** A step as it stands in a pipeline file. */
export interface PipelineStep {
  /** `EntraToken@1`. */
  readonly task?: string;
  readonly inputs?: Readonly<Record<string, Scalar>>;
  readonly script?: string;
  readonly bash?: string;
  readonly checkout?: string;
  /** The name under which outputs are found: `$(name.output)`. */
  readonly name?: string;
  readonly displayName?: string;
  readonly condition?: string | boolean;
  readonly continueOnError?: boolean;
  readonly enabled?: boolean;
  readonly env?: Readonly<Record<string, Scalar>>;
  readonly workingDirectory?: string;
  readonly failOnStderr?: boolean;
  readonly target?: {
    readonly commands?: 'any' | 'restricted';
    readonly settableVariables?: 'none' | readonly string[];
  };
}
