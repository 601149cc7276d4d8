import { send } from '@entra-token/emulator';
import { describe, expect, test } from '@jest/globals';
import { useEmulator } from './running-emulator.js';
import { postForm, refusalOf, requestToken } from './token-request.js';

const running = useEmulator();

describe('the tenant in the path', () => {
  test('may be its domain, in any case', async () => {
    const answer = await askTenant('Contoso.Example');
    expect(answer.status).toBe(200);
  });

  test.each([
    [crypto.randomUUID(), 90002, 'invalid_request'],
    ['fabrikam.example', 90002, 'invalid_request'],
    ['no-tenant', 900023, 'invalid_request'],
    ['common', 50194, 'invalid_request'],
    ['organizations', 50194, 'invalid_request'],
    ['consumers', 9001023, 'invalid_request'],
  ])('%s is refused with %d', async (name, code, error) => {
    expect(refusalOf(await askTenant(name))).toEqual({ status: 400, error, codes: [code] });
  });

  function askTenant(name: string) {
    const { emulator, sample } = running();
    return postForm(emulator, name, {
      grant_type: 'client_credentials',
      client_id: sample.clientId,
      client_secret: sample.clientSecret,
      scope: sample.scope,
    });
  }
});

describe('the client', () => {
  test.each([
    ['my-app', 700038, 'unauthorized_client'],
    [crypto.randomUUID(), 700016, 'unauthorized_client'],
    [undefined, 900144, 'invalid_request'],
  ])('%p is refused with %d', async (client_id, code, error) => {
    const answer = await requestToken(running(), { client_id, client_secret: 'any' });
    expect(refusalOf(answer)).toEqual({ status: 400, error, codes: [code] });
  });

  test('of another tenant is unknown here', async () => {
    const { directory } = running().emulator;
    const { clientId } = directory.addApplication(directory.addTenant(), { secrets: [{ value: 's' }] });
    const answer = await requestToken(running(), { client_id: clientId, client_secret: 's' });
    expect(refusalOf(answer)).toMatchObject({ codes: [700016] });
  });

  test('without a service principal in its own tenant is refused', async () => {
    const { emulator, sample } = running();
    const { clientId } = emulator.directory.addApplication(sample.tenant, { secrets: [{ value: 's' }] });
    const { servicePrincipals } = sample.tenant;
    servicePrincipals.splice(
      servicePrincipals.findIndex(({ application }) => application.clientId === clientId),
      1,
    );
    const answer = await requestToken(running(), { client_id: clientId, client_secret: 's' });
    expect(refusalOf(answer)).toEqual({ status: 400, error: 'unauthorized_client', codes: [7000229] });
  });

  test('that is disabled is refused', async () => {
    const { emulator, sample } = running();
    const settings = { enabled: false, secrets: [{ value: 's' }] };
    const { clientId } = emulator.directory.addApplication(sample.tenant, settings);
    const answer = await requestToken(running(), { client_id: clientId, client_secret: 's' });
    expect(refusalOf(answer)).toEqual({ status: 400, error: 'unauthorized_client', codes: [7000112] });
  });
});

describe('the scope', () => {
  test.each([
    ['https://graph.microsoft.com/.default'],
    ['https://management.core.windows.net//.default'],
    ['499b84ac-1321-427f-aa17-267ca6975798/.default'],
    [' api://inventory/.default  api://inventory/.default'],
  ])('%s is granted', async scope => {
    const answer = await requestToken(running(), { scope, client_secret: running().sample.clientSecret });
    expect(answer.status).toBe(200);
  });

  test.each([
    [undefined, 900144, 'invalid_request'],
    ['', 900144, 'invalid_request'],
    [' ', 70011, 'invalid_scope'],
    ['/.default', 70011, 'invalid_scope'],
    ['api://inventory/.default/.default', 70011, 'invalid_scope'],
    ['api://"inventory"/.default', 70011, 'invalid_scope'],
    ['api://inventory', 1002012, 'invalid_scope'],
    ['api://inventory/Items.Read', 1002012, 'invalid_scope'],
    ['openid api://inventory/.default', 1002012, 'invalid_scope'],
    ['api://inventory/.default https://graph.microsoft.com/.default', 28000, 'invalid_request'],
    ['api://inventry/.default', 500011, 'invalid_resource'],
  ])('%p is refused with %d', async (scope, code, error) => {
    const answer = await requestToken(running(), { scope, client_secret: running().sample.clientSecret });
    expect(refusalOf(answer)).toEqual({ status: 400, error, codes: [code] });
  });

  test('of a resource that wants an assignment is refused without a role', async () => {
    const { emulator, sample } = running();
    const resource = emulator.directory.addApplication(sample.tenant, { identifierUris: ['api://closed'] });
    emulator.directory.servicePrincipal(sample.tenant, resource).assignmentRequired = true;
    const answer = await requestToken(running(), {
      scope: 'api://closed/.default',
      client_secret: sample.clientSecret,
    });
    expect(refusalOf(answer)).toEqual({ status: 400, error: 'invalid_grant', codes: [501051] });
  });
});

describe('the request', () => {
  test('with an unknown grant is refused', async () => {
    const answer = await requestToken(running(), { grant_type: 'urn:example:any' });
    expect(refusalOf(answer)).toEqual({ status: 400, error: 'unsupported_grant_type', codes: [70003] });
    expect(answer.body).not.toHaveProperty('error_uri');
  });

  test('that is no form lacks its parameters', async () => {
    const { emulator, sample } = running();
    const { status, body } = await send(`${emulator.entra.origin}/${sample.tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ grant_type: 'client_credentials' }),
      ca: emulator.caCertificate,
    });
    expect({ status, codes: JSON.parse(body).error_codes }).toEqual({ status: 400, codes: [900144] });
  });

  test('by GET is refused', async () => {
    const { emulator, sample } = running();
    const { status, body } = await send(`${emulator.entra.origin}/${sample.tenantId}/oauth2/v2.0/token`, {
      ca: emulator.caCertificate,
    });
    expect({ status, codes: JSON.parse(body).error_codes }).toEqual({ status: 405, codes: [900561] });
  });
});

test("a refusal has the form of Entra's, with the request's correlation id", async () => {
  const { emulator, sample } = running();
  const id = crypto.randomUUID();
  const { body } = await postForm(
    emulator,
    sample.tenantId,
    { grant_type: 'client_credentials', client_id: sample.clientId, client_secret: 'wrong', scope: sample.scope },
    { 'client-request-id': id },
  );
  expect(body).toEqual({
    error: 'invalid_client',
    error_description: expect.stringMatching(
      new RegExp(
        `^AADSTS7000215: .+ Trace ID: ${body['trace_id']} Correlation ID: ${id} Timestamp: ${body['timestamp']}$`,
      ),
    ),
    error_codes: [7000215],
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/),
    trace_id: expect.stringMatching(/^[\da-f-]{36}$/),
    correlation_id: id,
    error_uri: `${emulator.entra.origin}/error?code=7000215`,
  });
});

test('requests are recorded with their fields and the status of the answer', async () => {
  const { emulator, sample } = running();
  const marker = crypto.randomUUID();
  await requestToken(running(), { client_secret: marker });
  const record = emulator.entra.requests.find(({ form }) => form['client_secret'] === marker);
  expect(record).toMatchObject({
    method: 'POST',
    path: `/${sample.tenantId}/oauth2/v2.0/token`,
    form: { client_id: sample.clientId, scope: sample.scope },
    status: 401,
  });
});
