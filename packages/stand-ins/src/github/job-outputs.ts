import type { JobState } from './job-state.js';
import { beginStep } from './step-run.js';
import { evaluateTemplate } from './template.js';

/** What a job hands to later jobs, and what the runner says about it. */
export interface JobOutputs {
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
}

/**
 * Evaluates a job's `outputs:`. A value that masking would change does not leave the job.
 * https://github.com/actions/runner/blob/main/src/Runner.Worker/JobExtension.cs (FinalizeJob)
 */
export function collectJobOutputs(job: JobState, mapping: Readonly<Record<string, string>>): JobOutputs {
  const { log, scope } = beginStep(job, {});
  const outputs: Record<string, string> = {};
  log.output('Evaluate and set job outputs');
  for (const [name, template] of Object.entries(mapping)) {
    const value = evaluateTemplate(template, scope);
    if (value === '') {
      log.debug(`Skip output '${name}' since it's empty`);
    } else if (value !== job.masker.mask(value)) {
      log.issue('warning', `Skip output '${name}' since it may contain secret.`);
    } else {
      log.output(`Set output '${name}'`);
      outputs[name] = value;
    }
  }
  return { outputs, log: log.text() };
}
