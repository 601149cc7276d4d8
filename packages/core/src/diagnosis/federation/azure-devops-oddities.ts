import type { PresentedAssertion } from '../../token/presented-assertion.js';

/**
 * What about Azure DevOps' assertion is easily overlooked when a federated credential is written for it, as sentences.
 * https://learn.microsoft.com/azure/devops/pipelines/release/convert-service-connections
 */
export function azureDevOpsOddities({ subject }: PresentedAssertion): string[] {
  if (subject.startsWith('sc://')) {
    return [
      "The service connection still uses the issuer that Azure DevOps retires on 2027-07-01 for the public cloud. Once it is converted ('Update' on its page), issuer and subject are others.",
    ];
  }
  if (subject.startsWith('p://')) {
    return ['No service connection is named, so the subject is that of the pipeline itself.'];
  }
  return [];
}
