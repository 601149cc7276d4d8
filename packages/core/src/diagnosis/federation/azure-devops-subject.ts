import type { PresentedAssertion } from '../../token/presented-assertion.js';

/**
 * Whether an assertion is one of Azure DevOps: of a pipeline, or of a service connection in the old or the new form. They
 * have one audience, and nobody can ask for another.
 * https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity
 */
export function isOfAzureDevOps({ subject }: PresentedAssertion): boolean {
  return /^((p|sc):\/|\/.+\/sc)\//.test(subject);
}
