import { InputProblems, type PlatformName, type ServiceConnection } from '@entra-token/core';
import { describe, expect, test } from '@jest/globals';
import { givenInputs } from '../../packages/core/src/contract/given-inputs.js';
import { parseTimeout } from '../../packages/core/src/contract/parse-timeout.js';
import { parseTokenRequest } from '../../packages/core/src/contract/parse-token-request.js';
import { recordingContext } from './recording-context.js';
import { recordingPlatform } from './recording-platform.js';

const tenant = '11111111-2222-3333-4444-555555555555';
const client = '66666666-7777-8888-9999-000000000000';
const complete = { 'tenant-id': tenant, 'client-id': client, scope: 'api://inventory/.default' };

type Options = Parameters<typeof recordingPlatform>[1];

async function parse(given: Record<string, string>, options?: Options) {
  const platform = recordingPlatform(given, options);
  const request = await parseTokenRequest(givenInputs(platform), recordingContext(platform));
  if (request.identity.kind !== 'application') throw new Error('The test expects an application');
  return { ...request, ...request.identity };
}

async function problemsOf(given: Record<string, string>, options?: Options) {
  try {
    const platform = recordingPlatform(given, options);
    const inputs = givenInputs(platform);
    parseTimeout(inputs);
    await parseTokenRequest(inputs, recordingContext(platform));
  } catch (error) {
    if (error instanceof InputProblems) return error.problems.map(({ input, problem }) => `${input}: ${problem}`);
    throw error;
  }
  return [];
}

describe('identity', () => {
  test('takes tenant and client id from the inputs', async () => {
    const request = await parse(complete);
    expect(request.authority).toEqual({ cloud: 'public', url: `https://login.microsoftonline.com/${tenant}` });
    expect(request.clientId).toBe(client);
  });

  test('falls back to the variables of the Azure SDKs', async () => {
    const environment = {
      AZURE_TENANT_ID: tenant,
      AZURE_CLIENT_ID: client,
      AZURE_AUTHORITY_HOST: 'https://login.example',
    };
    const request = await parse({ scope: 'graph' }, { environment });
    expect(request.authority).toEqual({ cloud: 'public', url: `https://login.example/${tenant}` });
    expect(request.clientId).toBe(client);
  });

  test('an input goes before the variable', async () => {
    const environment = { AZURE_TENANT_ID: 'other.example.com' };
    expect((await parse(complete, { environment })).authority.url).toContain(tenant);
  });

  test('white space around a value is not part of it', async () => {
    expect((await parse({ ...complete, 'tenant-id': ` ${tenant}\n` })).authority.url).toContain(tenant);
  });

  test('a client id may have any form at another authority', async () => {
    const given = { ...complete, 'client-id': 'build agent', 'authority-host': 'https://adfs.example' };
    expect((await parse(given)).clientId).toBe('build agent');
  });

  test('a login host of a cloud says which cloud is meant', async () => {
    const request = await parse({ ...complete, scope: 'graph', 'authority-host': 'https://login.microsoftonline.us/' });
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
  ])('%s', async (scope, name, value) => {
    expect((await parse({ ...complete, scope })).scopes).toEqual([expect.objectContaining({ name, value })]);
  });

  test('one a line, without empty lines', async () => {
    const scope = '\n  graph\r\n\n stock=api://inventory \n';
    expect((await parse({ ...complete, scope })).scopes.map(each => each.value)).toEqual([
      'https://graph.microsoft.com/.default',
      'api://inventory/.default',
    ]);
  });

  test.each([
    ['', 'github-actions', /^scope: is missing\..* graph, arm, keyvault/],
    ['inventory', 'github-actions', /^scope: 'inventory' is neither a resource .* nor an alias/],
    ['api://', 'github-actions', /neither a resource/],
    ['1x=api://a', 'github-actions', /neither a resource/],
    ['api://a api://b', 'github-actions', /names two resources, api:\/\/a and api:\/\/b/],
    ['a=graph\na=arm', 'github-actions', /'a' would be the second token in one output/],
    ['graph\nGraph=arm', 'github-actions', /'Graph' would be the second/],
    ['my-api=graph\nmyApi=arm', 'azure-pipelines', /'myApi' would be the second/],
    ['s=graph', 'azure-pipelines', /'s' would be the second/],
    ['api://a\napi://a', 'github-actions', /'api:\/\/a' would be the second/],
  ])('%j on %s is refused', async (scope, name, message) => {
    const problems = await problemsOf({ ...complete, scope }, { name: name as PlatformName });
    expect(problems).toEqual([expect.stringMatching(message)]);
  });

  test('an alias that a cloud has no address for is refused', async () => {
    expect(await problemsOf({ ...complete, scope: 'devops', cloud: 'china' })).toEqual([
      expect.stringMatching(/'devops' stands for no resource of the cloud 'china'/),
    ]);
  });
});

describe('credentials', () => {
  test('without any, the job itself', async () => {
    expect((await parse(complete)).credential).toEqual({
      kind: 'oidc',
      audience: 'api://AzureADTokenExchange',
      serviceConnection: undefined,
    });
  });

  test("the cloud's audience, unless another is named", async () => {
    expect((await parse({ ...complete, cloud: 'china' })).credential).toMatchObject({
      audience: 'api://AzureADTokenExchangeChina',
    });
    expect((await parse({ ...complete, audience: 'api://mine' })).credential).toMatchObject({ audience: 'api://mine' });
  });

  test('a client secret', async () => {
    const credential = { kind: 'client-secret', clientSecret: 's3cret' };
    expect((await parse({ ...complete, 'client-secret': 's3cret' })).credential).toEqual(credential);
    expect((await parse({ ...complete, 'client-secret': 's3cret', credential: 'client-secret' })).credential).toEqual(
      credential,
    );
  });

  test.each([
    [{ 'client-secret': 'x', certificate: 'y' }, /^client-secret, certificate: belong to different kinds/],
    [{ 'client-secret': 'x', audience: 'y' }, /^client-secret, audience: belong to different kinds/],
    [{ certificate: 'x', 'certificate-path': 'y' }, /^certificate, certificate-path: only one of them/],
    [{ credential: 'client-secret' }, /^client-secret: is empty/],
    [{ credential: 'certificate' }, /^certificate: is empty/],
    [{ credential: 'oidc', 'client-secret': 'x' }, /^client-secret: not used with credential: oidc/],
    [
      { credential: 'passport' },
      /^credential: is 'passport', and takes one of: auto, client-secret, certificate, oidc, federated-token, managed-identity, refresh-token, on-behalf-of, device-code, password\.$/,
    ],
    [{ credential: 'service-connection' }, /^credential: is 'service-connection'/],
    [
      { 'certificate-path': '/nowhere/app.pem' },
      /^certificate-path: the file '\/nowhere\/app.pem' cannot be read \(ENOENT\)/,
    ],
  ])('%j is refused', async (given, message) => {
    expect(await problemsOf({ ...complete, ...given })).toEqual([expect.stringMatching(message)]);
  });
});

describe('who takes part decides the credential', () => {
  const user = { ...complete, scope: 'api://inventory/Items.Read' };

  test.each([
    [{ 'refresh-token': 'r' }, { kind: 'refresh-token', refreshToken: 'r', client: undefined }],
    [
      { 'refresh-token': 'r', 'client-secret': 's' },
      { kind: 'refresh-token', refreshToken: 'r', client: { kind: 'client-secret', clientSecret: 's' } },
    ],
    [
      { 'user-assertion': 'u', 'client-secret': 's' },
      { kind: 'on-behalf-of', userAssertion: 'u', client: { kind: 'client-secret', clientSecret: 's' } },
    ],
    [{ 'user-assertion': 'u' }, { kind: 'on-behalf-of', userAssertion: 'u', client: { kind: 'oidc' } }],
    [
      { username: 'a@b.c', password: 'p' },
      { kind: 'password', username: 'a@b.c', password: 'p', client: undefined },
    ],
    [{ credential: 'device-code' }, { kind: 'device-code' }],
    [{ 'federated-token': 't' }, { kind: 'federated-token', token: 't' }],
    [{ 'federated-token-file': '/t' }, { kind: 'federated-token', file: '/t' }],
    [
      { 'managed-identity-client-id': tenant },
      { kind: 'managed-identity', managedIdentity: tenant, audience: 'api://AzureADTokenExchange' },
    ],
  ])('%j', async (given, credential) => {
    const scope = isGrant(credential.kind) ? user.scope : complete.scope;
    expect((await parse({ ...complete, scope, ...given })).credential).toMatchObject(credential);
  });

  function isGrant(kind: string): boolean {
    return ['refresh-token', 'on-behalf-of', 'password', 'device-code'].includes(kind);
  }

  test.each([
    [{ 'refresh-token': 'r', username: 'a@b.c' }, /^refresh-token, username: belong to different kinds/],
    [{ 'refresh-token': 'r', 'client-secret': 's', 'federated-token': 't' }, /belong to different kinds/],
    [{ credential: 'device-code', 'client-secret': 's' }, /^client-secret: not used with credential: device-code/],
    [{ credential: 'on-behalf-of' }, /^user-assertion: is empty/],
    [{ username: 'a@b.c' }, /^password: is empty/],
    [{ 'federated-token': 't', 'federated-token-file': 'f' }, /^federated-token, federated-token-file: both are given/],
    [{ credential: 'federated-token' }, /^federated-token, federated-token-file: both are empty/],
  ])('%j is refused', async (given, message) => {
    expect(await problemsOf({ ...complete, ...given })).toEqual([expect.stringMatching(message)]);
  });

  test('the file of another issuer may be named by the variable of the Azure SDKs, when it is asked for', async () => {
    const environment = { AZURE_FEDERATED_TOKEN_FILE: '/var/run/token' };
    const asked = await parse({ ...complete, credential: 'federated-token' }, { environment });
    expect(asked.credential).toEqual({ kind: 'federated-token', file: '/var/run/token' });
    expect((await parse(complete, { environment })).credential).toMatchObject({ kind: 'oidc' });
  });

  test('a password comes with a warning of what it cannot do', async () => {
    const { warnings } = await parse({ ...user, username: 'a@b.c', password: 'p' });
    expect(warnings).toEqual([expect.stringContaining('MFA')]);
  });

  test('a managed identity needs neither tenant nor client id', async () => {
    const platform = recordingPlatform({ credential: 'managed-identity', scope: 'arm' });
    const { identity, scopes } = await parseTokenRequest(givenInputs(platform), recordingContext(platform));
    expect(identity).toEqual({ kind: 'managed-identity', clientId: undefined });
    expect(scopes[0]?.value).toBe('https://management.azure.com/.default');
  });
});

describe('scopes of a user', () => {
  const user = { ...complete, 'refresh-token': 'r' };

  test.each([
    ['api://inventory/Items.Read', 'api://inventory/Items.Read'],
    [
      'api://inventory/Items.Read api://inventory/Items.Write',
      'api://inventory/Items.Read api://inventory/Items.Write',
    ],
    ['https://graph.microsoft.com/User.Read offline_access', 'https://graph.microsoft.com/User.Read offline_access'],
    ['graph', 'https://graph.microsoft.com/.default'],
    ['api://inventory', 'api://inventory/.default'],
    [`${client}/Items.Read`, `${client}/Items.Read`],
  ])('%s', async (scope, value) => {
    expect((await parse({ ...user, scope })).scopes.map(each => each.value)).toEqual([value]);
  });

  test.each([
    ['graph api://inventory/Items.Read', /names two resources, https:\/\/graph.microsoft.com and api:\/\/inventory,/],
    ['openid profile', /names no resource/],
    ['Items.Read', /neither a resource/],
  ])('%s is refused', async (scope, message) => {
    expect(await problemsOf({ ...user, scope })).toEqual([expect.stringMatching(message)]);
  });

  test.each([
    [
      'https://graph.microsoft.com/User.Read',
      /is a permission of a user\. An app alone asks for https:\/\/graph.microsoft.com\/.default/,
    ],
    ['api://inventory/.default api://inventory/Items.Read', /more than one|names two resources/],
  ])('an app alone cannot ask for %s', async (scope, message) => {
    expect(await problemsOf({ ...complete, scope })).toEqual([expect.stringMatching(message)]);
  });
});

describe('authorities', () => {
  test.each([
    ['https://contoso.ciamlogin.com', `https://contoso.ciamlogin.com/${tenant}`],
    [
      'https://contoso.b2clogin.com/contoso.onmicrosoft.com/b2c_1_ci',
      'https://contoso.b2clogin.com/contoso.onmicrosoft.com/b2c_1_ci',
    ],
    ['https://fs.contoso.com/adfs', 'https://fs.contoso.com/adfs'],
    ['https://fs.contoso.com:8443/adfs/', 'https://fs.contoso.com:8443/adfs'],
  ])('%s', async (host, url) => {
    expect((await parse({ ...complete, 'authority-host': host })).authority).toEqual({ cloud: 'public', url });
  });

  test('one with a path needs no tenant id', async () => {
    const given = { 'client-id': client, scope: 'api://a', 'authority-host': 'https://fs.contoso.com/adfs' };
    expect((await parse(given)).authority.url).toBe('https://fs.contoso.com/adfs');
  });
});

describe('what comes after the token', () => {
  test('expectations are read', async () => {
    const given = {
      'require-audience': 'api://inventory',
      'require-roles': 'Items.Read, Items.Write\nItems.Admin',
      'min-lifetime': '600',
      'verify-url': 'https://api.example/health',
    };
    expect((await parse({ ...complete, ...given })).expectations).toEqual({
      audience: 'api://inventory',
      roles: ['Items.Read', 'Items.Write', 'Items.Admin'],
      minLifetimeSeconds: 600,
      verifyUrl: 'https://api.example/health',
    });
  });

  test.each([
    [{ 'min-lifetime': '10m' }, /^min-lifetime: is '10m'/],
    [{ 'verify-url': 'http://api.example' }, /^verify-url: .*is not https/],
    [{ 'verify-url': 'api.example' }, /^verify-url: .*is no address/],
    [{ 'export-variable': '1X' }, /^export-variable: '1X' is no name/],
    [{ 'export-variable': 'Path' }, /^export-variable: 'Path' steers/],
    [{ 'export-variable': 'NODE_OPTIONS' }, /steers/],
    [{ 'export-variable': 'GITHUB_TOKEN' }, /steers/],
    [{ 'export-variable': 'ld_preload' }, /steers/],
  ])('%j is refused', async (given, message) => {
    expect(await problemsOf({ ...complete, ...given })).toEqual([expect.stringMatching(message)]);
  });

  test("a variable of one's own is taken", async () => {
    expect((await parse({ ...complete, 'export-variable': 'INVENTORY_TOKEN' })).exportVariable).toBe('INVENTORY_TOKEN');
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

  test('give tenant, client id and cloud', async () => {
    const environment = { AZURE_TENANT_ID: 'other.example.com', AZURE_CLIENT_ID: tenant };
    const request = await parse(given, { name, environment, connections: { c1: connection } });
    expect(request.authority).toEqual({ cloud: 'usgov', url: `https://login.microsoftonline.us/${tenant}` });
    expect(request.clientId).toBe(client);
    expect(request.credential).toEqual({
      kind: 'oidc',
      audience: 'api://AzureADTokenExchangeUSGov',
      serviceConnection: 'c1',
    });
  });

  test('explicit inputs go before them', async () => {
    const explicit = {
      ...given,
      cloud: 'public',
      'tenant-id': 'contoso.com',
      'authority-host': 'https://mine.example',
    };
    const connections = { c1: { ...connection, authorityHost: 'https://its.example/' } };
    const { authority } = await parse(explicit, { name, connections });
    expect(authority).toEqual({ cloud: 'public', url: 'https://mine.example/contoso.com' });
  });

  test('their authority goes before the one of their cloud', async () => {
    const connections = { c1: { ...connection, authorityHost: 'https://its.example/' } };
    expect((await parse(given, { name, connections })).authority.url).toBe(`https://its.example/${tenant}`);
  });

  test('with a key, the key is masked and used', async () => {
    const proof = { kind: 'client-secret', clientSecret: 'its-key' } as const;
    const platform = recordingPlatform(given, { name, connections: { c1: { ...connection, proof } } });
    const context = recordingContext(platform);
    const { identity } = await parseTokenRequest(givenInputs(platform), context);
    expect(identity).toMatchObject({ credential: proof });
    expect(context.masked).toEqual(['its-key']);
  });

  test('do not go with another credential', async () => {
    expect(
      await problemsOf({ ...given, 'client-secret': 'x' }, { name, connections: { c1: connection } }),
    ).toContainEqual(expect.stringMatching(/^azureSubscription, clientSecret: belong to different kinds/));
  });
});

describe('problems', () => {
  test('are listed together, each with its input', async () => {
    const given = {
      'tenant-id': 'common',
      'client-id': 'my app',
      scope: 'inventory',
      cloud: 'moon',
      timeout: '0',
      'job-summary': 'maybe',
    };
    expect((await problemsOf(given)).map(problem => problem.split(':')[0])).toEqual([
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
    [
      { 'authority-host': 'https://u:p@login.example' },
      /^authority-host: holds a user name or password\. Write it without: https:\/\/login.example\/$/,
    ],
    [{ timeout: '1m' }, /^timeout: is '1m'/],
    [{ timeout: '99999' }, /^timeout: is '99999'/],
  ])('%j', async (given, message) => {
    expect(await problemsOf({ ...complete, ...given })).toEqual([expect.stringMatching(message)]);
  });

  test('a variable that Azure Pipelines does not know is named, and only once', async () => {
    const given = { ...complete, 'client-id': '$(appId)' };
    expect(await problemsOf(given, { name: 'azure-pipelines' })).toEqual([
      "clientId: holds '$(appId)': this run has no variable of that name.",
    ]);
  });
});
