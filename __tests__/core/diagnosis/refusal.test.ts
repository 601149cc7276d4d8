import { describe, expect, test } from '@jest/globals';
import { diagnoseRefusal } from '../../../packages/core/src/diagnosis/refusal.js';
import { EntraRefusal, readRefusal } from '../../../packages/core/src/token/entra-refusal.js';
import type { PresentedAssertion } from '../../../packages/core/src/token/presented-assertion.js';
import { response } from '../recording-context.js';
import { githubClaims, presented } from './presented.js';

const now = new Date('2026-11-22T10:00:00Z');
const clientId = '66666666-7777-8888-9999-000000000000';

/** Diagnoses what Entra answers. */
function diagnosed(answer: Readonly<Record<string, unknown>>, assertion?: PresentedAssertion) {
  const details = readRefusal(response(400, { error: 'invalid_request', ...answer }), 'the id that was sent');
  if (!details) throw new Error('The test gives no refusal');
  const authority = { cloud: 'public', url: 'https://login.microsoftonline.com/contoso.com' } as const;
  const request = {
    application: { authority, clientId },
    scope: 'api://inventory/.default',
    correlationId: 'the id that was sent',
    assertion,
  };
  return diagnoseRefusal(new EntraRefusal(details, request), now);
}

describe('what is not in the catalogue', () => {
  test("an unknown code keeps Entra's words, and links to Microsoft's page on it", () => {
    const diagnosis = diagnosed({
      error_codes: [4242],
      error_description: 'AADSTS4242: The moon is in the wrong phase. Trace ID: 1 Correlation ID: 2 Timestamp: 3',
    });
    expect(diagnosis).toMatchObject({
      title: 'Entra refused: AADSTS4242',
      what: 'Entra refused with AADSTS4242: The moon is in the wrong phase.',
      fix: 'Look it up: https://login.microsoftonline.com/error?code=4242',
      facts: expect.arrayContaining([["Entra's words", 'The moon is in the wrong phase.']]),
    });
    expect(diagnosis.known).toBeUndefined();
    expect(diagnosis.likely).toBeUndefined();
    expect(diagnosis.credential).toBeUndefined();
  });

  test('a code that stands only in the words is found there', () => {
    expect(diagnosed({ error_description: 'AADSTS7000222: It has expired.' }).known?.anchor).toBe('secret-expired');
  });

  test('without any code the error is what there is', () => {
    expect(diagnosed({ error: 'unheard_of', error_description: 'Nothing is known.' })).toMatchObject({
      title: 'Entra refused: unheard_of',
      what: 'Entra refused with unheard_of: Nothing is known.',
      fix: 'Ask the tenant administrator to look the correlation id up in the sign-in logs.',
      facts: expect.arrayContaining([['Error', 'unheard_of (HTTP 400)']]),
    });
  });

  test('an error of the catalogue is explained without a code', () => {
    expect(diagnosed({ error: 'temporarily_unavailable' }).known?.anchor).toBe('service-trouble');
  });
});

describe('the ids to quote', () => {
  test("are Entra's, where it names them", () => {
    const { facts } = diagnosed({ correlation_id: 'c', trace_id: 't', timestamp: '2026-11-22 10:00:00Z' });
    expect(facts.slice(-3)).toEqual([
      ['Correlation id', 'c'],
      ['Trace id', 't'],
      ['Time', '2026-11-22 10:00:00Z'],
    ]);
  });

  test('else the one that was sent', () => {
    const { facts } = diagnosed({});
    expect(facts.at(-1)).toEqual(['Correlation id', 'the id that was sent']);
    expect(facts[0]).toEqual(["Entra's words", 'none']);
  });
});

describe('a federated identity', () => {
  const environment = presented({
    ...githubClaims,
    sub: 'repo:contoso/inventory:environment:production',
    environment: 'production',
  });

  test.each([70021, 700211, 700213, 7002138, 70025])('AADSTS%d comes with a federated credential that fits', code => {
    const { credential, facts } = diagnosed({ error_codes: [code] }, environment);
    expect(JSON.parse(credential?.json ?? '')).toMatchObject({
      issuer: githubClaims.iss,
      subject: 'repo:contoso/inventory:environment:production',
      audiences: [githubClaims.aud],
    });
    expect(facts).toEqual(expect.arrayContaining([['Presented issuer', githubClaims.iss]]));
  });

  test.each([700223, 7002381, 50166, 700024, 7000215])('AADSTS%d comes with none, since none would help', code => {
    expect(diagnosed({ error_codes: [code] }, environment).credential).toBeUndefined();
  });

  test('what is remarkable about the subject is the likely cause', () => {
    expect(diagnosed({ error_codes: [700213] }, environment).likely).toMatch(/^The job names the environment/);
    expect(diagnosed({ error_codes: [700213] }, presented(githubClaims)).likely).toBeUndefined();
    expect(diagnosed({ error_codes: [7000215] }, environment).likely).toBeUndefined();
  });

  test('the audience of another cloud is mended in the step, and needs no federated credential', () => {
    const diagnosis = diagnosed(
      { error_codes: [700212] },
      presented({ ...githubClaims, aud: 'api://AzureADTokenExchangeChina' }),
    );
    expect(diagnosis).toMatchObject({
      likely: expect.stringMatching(/^The audience api:\/\/AzureADTokenExchangeChina is that of the cloud 'china'/),
      fix: 'Ask for the identity with the audience api://AzureADTokenExchange.',
      mended: 'audience: api://AzureADTokenExchange',
      known: { anchor: 'audience-not-expected', who: 'you', waiting: 'no' },
    });
    expect(diagnosis.credential).toBeUndefined();
  });

  test('the clock is looked at where the assertion is outside its validity', () => {
    const answer = { timestamp: '2026-11-22 10:30:00Z', error_codes: [700024] };
    expect(diagnosed(answer, environment).likely).toMatch(/^The clock of this machine is 30 minutes behind/);
    expect(diagnosed({ ...answer, error_codes: [7000215] }, environment).likely).toBeUndefined();
  });

  test("the app's own certificate has no values to register", () => {
    const own = presented({ iss: clientId, sub: clientId, aud: 'https://login.microsoftonline.com/contoso.com' });
    const labels = diagnosed({ error_codes: [700027] }, own).facts.map(([label]) => label);
    expect(labels.filter(label => label.startsWith('Presented'))).toEqual([]);
  });
});

describe('an assertion of another kind is not talked about', () => {
  const ofCloud = (aud: string, claims: Readonly<Record<string, string>> = githubClaims) =>
    presented({ ...claims, aud });

  test.each([700223, 50166, 700213])('the audience is no cause of AADSTS%i', code => {
    const { fix, mended, likely } = diagnosed({ error_codes: [code] }, ofCloud('api://AzureADTokenExchangeChina'));
    expect(`${fix} ${mended} ${likely}`).not.toMatch(/AzureADTokenExchange/);
  });

  test.each([700023, 700213])("the app's own certificate has none to register, with AADSTS%i", code => {
    const own = presented({ iss: clientId, sub: clientId, aud: 'https://login.microsoftonline.com/contoso.com' });
    const diagnosis = diagnosed({ error_codes: [code] }, own);
    expect(diagnosis).toMatchObject({ likely: undefined, remarks: [] });
    expect(diagnosis.credential).toBeUndefined();
    expect(diagnosis.facts.map(([label]) => label)).not.toContain('Presented issuer');
  });
});
