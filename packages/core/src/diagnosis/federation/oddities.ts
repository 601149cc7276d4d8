import { type Cloud, clouds, isCloud } from '../../authority/clouds.js';
import type { PresentedAssertion } from '../../token/presented-assertion.js';
import { azureDevOpsOddities } from './azure-devops-oddities.js';
import { githubOddities, isOfGitHub } from './github-oddities.js';

/**
 * What about an assertion may keep a federated credential from matching it, as sentences.
 * @param cloud that was asked for the token.
 */
export function oddities(assertion: PresentedAssertion, cloud: Cloud): string[] {
  const ofIssuer = isOfGitHub(assertion) ? githubOddities(assertion) : azureDevOpsOddities(assertion);
  return [...audienceOddities(assertion, cloud), ...ofIssuer];
}

function audienceOddities({ audience }: PresentedAssertion, cloud: Cloud): string[] {
  const expected = clouds[cloud].federationAudience;
  if (audience === expected) return [];
  const other = Object.keys(clouds)
    .filter(isCloud)
    .find(each => clouds[each].federationAudience === audience);
  const whose = other === undefined ? 'not the usual one' : `that of the cloud '${other}'`;
  return [`The audience ${audience} is ${whose}; the cloud '${cloud}' has ${expected}.`];
}
