import { type Cloud, clouds, isCloud, tokenExchangeId } from '../../authority/clouds.js';
import type { PresentedAssertion } from '../../token/presented-assertion.js';
import type { PresentedValue } from '../catalogue/entry.js';
import { isOfAzureDevOps } from './azure-devops-subject.js';
import { issuerOddities } from './issuer-oddities.js';
import { subjectOddities } from './subject-oddities.js';

/**
 * What about an assertion may keep a federated credential from matching it, as sentences.
 * @param values that Entra did not find as registered.
 * @param cloud that was asked for the token.
 */
export function oddities(assertion: PresentedAssertion, values: readonly PresentedValue[], cloud: Cloud): string[] {
  const sentences: Readonly<Record<PresentedValue, () => string[]>> = {
    audience: () => audienceOddities(assertion, cloud),
    subject: () => subjectOddities(assertion),
    issuer: () => issuerOddities(assertion),
  };
  return values.flatMap(value => sentences[value]());
}

/** The audience to ask for, where that of another cloud was presented and could have been chosen. */
export function meantAudience(assertion: PresentedAssertion, cloud: Cloud): string | undefined {
  if (isOfAzureDevOps(assertion)) return undefined;
  const expected = clouds[cloud].federationAudience;
  return cloudOf(assertion) === undefined || assertion.audience === expected ? undefined : expected;
}

/** The cloud whose audience an assertion has. */
function cloudOf({ audience }: PresentedAssertion): Cloud | undefined {
  return Object.keys(clouds)
    .filter(isCloud)
    .find(each => clouds[each].federationAudience === audience);
}

function audienceOddities(assertion: PresentedAssertion, cloud: Cloud): string[] {
  const { audience } = assertion;
  const expected = clouds[cloud].federationAudience;
  if ([expected, tokenExchangeId].includes(audience) || isOfAzureDevOps(assertion)) return [];
  const other = cloudOf(assertion);
  const whose = other === undefined ? 'not the usual one' : `that of the cloud '${other}'`;
  return [`The audience ${audience} is ${whose}; the cloud '${cloud}' has ${expected}.`];
}
