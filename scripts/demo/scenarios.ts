import type { StepResult } from '@entra-token/stand-ins';
import { runPipelineJob, runWorkflowJob } from './run-job.js';
import type { Setting } from './setting.js';

/** One job of the demo, and how it is meant to end. */
export interface Scenario {
  readonly platform: 'GitHub Actions' | 'Azure Pipelines';
  readonly credential: string;
  readonly expected: 'success' | 'failure';
  run(setting: Setting): Promise<readonly StepResult[]>;
}

function onGitHub(credential: string, job: string, expected: Scenario['expected'] = 'success'): Scenario {
  return { platform: 'GitHub Actions', credential, expected, run: setting => runWorkflowJob(setting, job) };
}

function onAzure(credential: string, job: string): Scenario {
  return { platform: 'Azure Pipelines', credential, expected: 'success', run: setting => runPipelineJob(setting, job) };
}

export const scenarios: readonly Scenario[] = [
  onGitHub('client secret', 'client-secret'),
  onGitHub('certificate', 'certificate'),
  onGitHub("the job's identity", 'federated'),
  onAzure('client secret', 'client_secret'),
  onAzure('certificate', 'certificate'),
  onAzure('service connection', 'federated'),
  onGitHub('misspelt scope', 'misspelt-scope', 'failure'),
];
