import { InputProblems, type PlatformName, type ServiceConnection } from '@entra-token/core';
import { describe, expect, test } from '@jest/globals';
import { parseTokenRequest } from '../../packages/core/src/contract/parse-token-request.js';
import { recordingPlatform } from './recording-platform.js';

const tenant = '11111111-2222-3333-4444-555555555555';
const client = '66666666-7777-8888-9999-000000000000';
const complete = { 'tenant-id': tenant, 'client-id': client, scope: 'api://inventory/.default' };

type Options = Parameters<typeof recordingPlatform>[1];

function parse(given: Record<string, string>, options?: Options) {
  return parseTokenRequest(recordingPlatform(given, options), () => {});
}

function problemsOf(given: Record<string, string>, options?: Options) {
  try {
    parse(given, options);
  } catch (error) {
    if (error instanceof InputProblems) return error.problems.map(({ input, problem }) => `${input}: ${problem}`);
    throw error;
  }
  return [];
}

describe('identity', () => {
  test('takes tenant and client id from the inputs', () => {
    const request = parse(complete);
    expect(request.authority).toEqual({ cloud: 'public', tenant, host: 'https://login.microsoftonline.com' });
    expect(request.clientId).toBe(client);
  });

  test('falls back to the variables of the Azure SDKs', () => {
    const environment = {
      AZURE_TENANT_ID: tenant,
      AZURE_CLIENT_ID: client,
      AZURE_AUTHORITY_HOST: 'https://login.example',
    };
    const request = parse({ scope: 'graph' }, { environment });
    expect(request.authority).toEqual({ cloud: 'public', tenant, host: 'https://login.example' });
    expect(request.clientId).toBe(client);
  });

  test('an input goes before the variable', () => {
    const environment = { AZURE_TENANT_ID: 'other.example.com' };
    expect(parse(complete, { environment }).authority.tenant).toBe(tenant);
  });

  test('white space around a value is not part of it', () => {
    expect(parse({ ...complete, 'tenant-id': ` ${tenant}\n` }).authority.tenant).toBe(tenant);
  });

  test('a client id may have any form at another authority', () => {
    const given = { ...complete, 'client-id': 'build agent', 'authority-host': 'https://adfs.example' };
    expect(parse(given).clientId).toBe('build agent');
  });

  test('a login host of a cloud says which cloud is meant', () => {
    const request = parse({ ...complete, scope: 'graph', 'authority-host': 'https://login.microsoftonline.us/' });
    expect(request.authority.cloud).toBe('usgov');
    expect(request.scopes[0]?.value).toBe('https://graph.microsoft.us/.default');
  });
});

describe('scopes', () => {
  test.each([
    ['api://inventory', undefined, 'api://inventory/.default'],
    ['api://inventory/.default', undefined, 'api://inventory/.default'],
    ['https://management.azure.com/', undefined, 'https://management.azure.com//.default'],
    [client, undefined, `${client}/.default`],
    ['graph', 'graph', 'https://graph.microsoft.com/.default'],
    ['g=graph', 'g', 'https://graph.microsoft.com/.default'],
    ['stock=api://inventory', 'stock', 'api://inventory/.default'],
    ['devops', 'devops', '499b84ac-1321-427f-aa17-267ca6975798/.default'],
  ])('%s', (scope, name, value) => {
    expect(parse({ ...complete, scope }).scopes).toEqual([expect.objectContaining({ name, value })]);
  });

  test('one a line, without empty lines', () => {
    const scope = '\n  graph\r\n\n stock=api://inventory \n';
    expect(parse({ ...complete, scope }).scopes.map(each => each.value)).toEqual([
      'https://graph.microsoft.com/.default',
      'api://inventory/.default',
    ]);
  });

  test.each([
    ['', 'github-actions', /^scope: is missing\..* graph, arm, keyvault/],
    ['inventory', 'github-actions', /^scope: 'inventory' is neither a resource .* nor an alias/],
    ['api://', 'github-actions', /neither a resource/],
    ['1x=api://a', 'github-actions', /neither a resource/],
    ['api://a api://b', 'github-actions', /more than one scope/],
    ['a=graph\na=arm', 'github-actions', /'a' would be the second token in one output/],
    ['graph\nGraph=arm', 'github-actions', /'Graph' would be the second/],
    ['my-api=graph\nmyApi=arm', 'azure-pipelines', /'myApi' would be the second/],
    ['s=graph', 'azure-pipelines', /'s' would be the second/],
    ['api://a\napi://a', 'github-actions', /'api:\/\/a' would be the second/],
  ])('%j on %s is refused', (scope, name, message) => {
    const problems = problemsOf({ ...complete, scope }, { name: name as PlatformName });
    expect(problems).toEqual([expect.stringMatching(message)]);
  });

  test('an alias that a cloud has no address for is refused', () => {
    expect(problemsOf({ ...complete, scope: 'devops', cloud: 'china' })).toEqual([
      expect.stringMatching(/'devops' stands for no resource of the cloud 'china'/),
    ]);
  });
});

describe('credentials', () => {
  test('without any, the job itself', () => {
    expect(parse(complete).credential).toEqual({
      kind: 'oidc',
      audience: 'api://AzureADTokenExchange',
      serviceConnection: undefined,
    });
  });

  test("the cloud's audience, unless another is named", () => {
    expect(parse({ ...complete, cloud: 'china' }).credential).toMatchObject({
      audience: 'api://AzureADTokenExchangeChina',
    });
    expect(parse({ ...complete, audience: 'api://mine' }).credential).toMatchObject({ audience: 'api://mine' });
  });

  test('a client secret', () => {
    const credential = { kind: 'client-secret', clientSecret: 's3cret' };
    expect(parse({ ...complete, 'client-secret': 's3cret' }).credential).toEqual(credential);
    expect(parse({ ...complete, 'client-secret': 's3cret', credential: 'client-secret' }).credential).toEqual(
      credential,
    );
  });

  test.each([
    [{ 'client-secret': 'x', certificate: 'y' }, /^client-secret, certificate: belong to different kinds/],
    [{ 'client-secret': 'x', audience: 'y' }, /^client-secret, audience: belong to different kinds/],
    [{ certificate: 'x', 'certificate-path': 'y' }, /^certificate, certificate-path: both are given/],
    [{ credential: 'client-secret' }, /^client-secret: is empty/],
    [{ credential: 'certificate' }, /^certificate: is empty/],
    [{ credential: 'oidc', 'client-secret': 'x' }, /^client-secret: not used with credential: oidc/],
    [
      { credential: 'passport' },
      /^credential: is 'passport', and takes one of: auto, client-secret, certificate, oidc\.$/,
    ],
    [{ credential: 'service-connection' }, /^credential: is 'service-connection'/],
    [
      { 'certificate-path': '/nowhere/app.pem' },
      /^certificate-path: the file '\/nowhere\/app.pem' cannot be read \(ENOENT\)/,
    ],
  ])('%j is refused', (given, message) => {
    expect(problemsOf({ ...complete, ...given })).toEqual([expect.stringMatching(message)]);
  });
});

describe('service connections', () => {
  const connection: ServiceConnection = {
    id: 'c1',
    tenantId: tenant,
    clientId: client,
    cloud: 'usgov',
    authorityHost: undefined,
    proof: { kind: 'oidc' },
  };
  const name = 'azure-pipelines';
  const given = { 'azure-subscription': 'c1', scope: 'graph' };

  test('give tenant, client id and cloud', () => {
    const environment = { AZURE_TENANT_ID: 'other.example.com', AZURE_CLIENT_ID: tenant };
    const request = parse(given, { name, environment, connections: { c1: connection } });
    expect(request.authority).toEqual({ cloud: 'usgov', tenant, host: 'https://login.microsoftonline.us' });
    expect(request.clientId).toBe(client);
    expect(request.credential).toEqual({
      kind: 'oidc',
      audience: 'api://AzureADTokenExchangeUSGov',
      serviceConnection: 'c1',
    });
  });

  test('explicit inputs go before them', () => {
    const explicit = {
      ...given,
      cloud: 'public',
      'tenant-id': 'contoso.com',
      'authority-host': 'https://mine.example',
    };
    const connections = { c1: { ...connection, authorityHost: 'https://its.example/' } };
    const { authority } = parse(explicit, { name, connections });
    expect(authority).toEqual({ cloud: 'public', tenant: 'contoso.com', host: 'https://mine.example' });
  });

  test('their authority goes before the one of their cloud', () => {
    const connections = { c1: { ...connection, authorityHost: 'https://its.example/' } };
    expect(parse(given, { name, connections }).authority.host).toBe('https://its.example');
  });

  test('with a key, the key is masked and used', () => {
    const proof = { kind: 'client-secret', clientSecret: 'its-key' } as const;
    const masked: string[] = [];
    const platform = recordingPlatform(given, { name, connections: { c1: { ...connection, proof } } });
    const request = parseTokenRequest(platform, secret => masked.push(secret));
    expect(request.credential).toEqual(proof);
    expect(masked).toEqual(['its-key']);
  });

  test('do not go with another credential', () => {
    expect(problemsOf({ ...given, 'client-secret': 'x' }, { name, connections: { c1: connection } })).toContainEqual(
      expect.stringMatching(/^azureSubscription, clientSecret: belong to different kinds/),
    );
  });
});

describe('problems', () => {
  test('are listed together, each with its input', () => {
    const given = {
      'tenant-id': 'common',
      'client-id': 'my app',
      scope: 'inventory',
      cloud: 'moon',
      timeout: '0',
      'job-summary': 'maybe',
    };
    expect(problemsOf(given).map(problem => problem.split(':')[0])).toEqual([
      'timeout',
      'job-summary',
      'cloud',
      'tenant-id',
      'client-id',
      'scope',
    ]);
  });

  test.each([
    [{ 'tenant-id': '' }, /^tenant-id: is missing.*AZURE_TENANT_ID/],
    [{ 'client-id': '' }, /^client-id: is missing.*AZURE_CLIENT_ID/],
    [{ 'tenant-id': 'contoso' }, /^tenant-id: 'contoso' is neither/],
    [{ 'tenant-id': 'organizations' }, /^tenant-id: 'organizations' names no single tenant/],
    [{ 'client-id': '1234' }, /^client-id: '1234' is no application/],
    [{ 'authority-host': 'http://login.example' }, /^authority-host: 'http:\/\/login.example' is not https/],
    [{ 'authority-host': 'login.example' }, /^authority-host: 'login.example' is no address/],
    [{ 'authority-host': 'https://login.example/tenant' }, /is more than a host.*: https:\/\/login.example$/],
    [
      { 'authority-host': 'https://u:p@login.example' },
      /^authority-host: holds a user name or password\. Keep [^@]+: https:\/\/login.example$/,
    ],
    [{ timeout: '1m' }, /^timeout: is '1m'/],
    [{ timeout: '99999' }, /^timeout: is '99999'/],
  ])('%j', (given, message) => {
    expect(problemsOf({ ...complete, ...given })).toEqual([expect.stringMatching(message)]);
  });

  test('a variable that Azure Pipelines does not know is named, and only once', () => {
    const given = { ...complete, 'client-id': '$(appId)' };
    expect(problemsOf(given, { name: 'azure-pipelines' })).toEqual([
      "clientId: holds '$(appId)': this run has no variable of that name.",
    ]);
  });
});
