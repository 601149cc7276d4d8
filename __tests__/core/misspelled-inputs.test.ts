import type { PlatformName } from '@entra-token/core';
import { describe, expect, test } from '@jest/globals';
import { givenInputs } from '../../packages/core/src/contract/given-inputs.js';
import { misspelledInputs } from '../../packages/core/src/contract/misspelled-inputs.js';
import { recordingPlatform } from './recording-platform.js';

/** What is found in a step whose inputs are these, as the platform puts them into the environment. */
function found(name: PlatformName, environment: Record<string, string>) {
  return misspelledInputs(recordingPlatform({}, { name, environment })).map(({ problem }) => problem);
}

describe('an input nobody reads', () => {
  test.each<[PlatformName, string, string, string]>([
    ['github-actions', 'INPUT_TENANTID', 'contoso.com', 'tenant-id'],
    ['github-actions', 'INPUT_TENANT_ID', 'contoso.com', 'tenant-id'],
    ['github-actions', 'INPUT_SCOPES', 'graph', 'scope'],
    ['azure-pipelines', 'INPUT_TENANT-ID', 'contoso.com', 'tenantId'],
    ['azure-pipelines', 'INPUT_AZURESUBSCRIPTON', 'production', 'azureSubscription'],
    ['azure-pipelines', 'INPUT_REQUIREROLE', 'Items.Read', 'requireRoles'],
  ])('on %s, %s=%s is %s', (name, key, value, input) => {
    const given = key.slice('INPUT_'.length).toLowerCase();
    const problem = `is no input of this step, and was not read. Write ${input}.`;
    expect(found(name, { [key]: value })).toEqual([{ input: given, problem, mended: `${input}: ${value}` }]);
  });

  test('in place of a secret is named, and its value is not', () => {
    const [problem] = found('github-actions', { INPUT_CLIENTSECRET: 'hush' });
    expect(problem).toEqual({ input: 'clientsecret', problem: expect.stringContaining('Write client-secret.') });
  });

  test.each<[string, Record<string, string>]>([
    ['one that exists', { 'INPUT_TENANT-ID': 'contoso.com' }],
    ['one that means nothing here', { INPUT_COLOUR: 'blue' }],
    ['one that is a part of a name', { INPUT_PATH: '/tmp', INPUT_URL: 'https://a.example', INPUT_TOKEN: 'x' }],
    ['an empty one', { INPUT_TENANTID: ' ' }],
    ['one beside the right one', { INPUT_TENANTID: 'other.com', 'INPUT_TENANT-ID': 'contoso.com' }],
    ['another variable', { TENANTID: 'contoso.com' }],
  ])('is not %s', (_kind, environment) => {
    expect(found('github-actions', environment)).toEqual([]);
  });

  test('has its value looked at too, so that all problems are found at once', () => {
    const given = givenInputs(recordingPlatform({}, { environment: { INPUT_TENANTID: 'contoso.com' } }));
    expect(given.value('tenant-id')).toBe('contoso.com');
    expect(given.problems).toHaveLength(1);
  });
});

describe('a variable that does not exist', () => {
  test.each([
    ['$(clientSecrt)', ['clientSecret', 'clientId'], 'clientSecret: $(clientSecret)'],
    ['$(Secret)', ['clientSecret', 'clientId'], 'clientSecret: $(clientSecret)'],
    ['$(somethingElse)', ['clientSecret', 'clientId'], undefined],
    ['$(clientSecrt)', [], undefined],
  ])('%s beside %j', (reference, variableNames, mended) => {
    const given = givenInputs(
      recordingPlatform({ 'client-secret': reference }, { name: 'azure-pipelines', variableNames }),
    );
    expect(given.problems).toHaveLength(1);
    expect(given.problems[0]?.mended).toBe(mended);
  });
});
