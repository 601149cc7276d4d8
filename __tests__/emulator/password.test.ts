import type { User } from '@entra-token/emulator';
import { describe, expect, test } from '@jest/globals';
import { signAssertion } from './certificate-assertion.js';
import { useEmulator } from './running-emulator.js';
import { claimsOf, refusalOf, requestUserToken } from './token-request.js';

const running = useEmulator();

test('the right password brings a token with the user and the permission in it', async () => {
  const { emulator, sample } = running();
  const answer = await requestUserToken(running());
  expect(answer).toEqual({
    status: 200,
    body: {
      token_type: 'Bearer',
      scope: 'api://inventory/Items.Read',
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: expect.any(String),
    },
  });
  expect(claimsOf(answer)).toMatchObject({
    ver: '2.0',
    iss: `${emulator.entra.origin}/${sample.tenantId}/v2.0`,
    aud: sample.inventory.clientId,
    azp: sample.publicClientId,
    azpacr: '0',
    scp: 'Items.Read',
    name: sample.user.displayName,
    preferred_username: sample.user.userPrincipalName,
    oid: sample.user.objectId,
    tid: sample.tenantId,
  });
  expect(claimsOf(answer)).not.toHaveProperty('roles');
  expect(emulator.issued.accessTokens).toContain(answer.body['access_token']);
});

test('the name of the user may be in any case', async () => {
  const username = running().sample.user.userPrincipalName.toUpperCase();
  expect((await requestUserToken(running(), { username })).status).toBe(200);
});

describe('the user is refused', () => {
  test.each([
    ['with a wrong password', 50126, {}, { password: 'wrong' }],
    ['who is unknown', 50034, {}, { username: 'nobody@contoso.example' }],
    ['who has to prove more than a password', 50076, { mfaRequired: true }, {}],
    ['whose account is disabled', 50057, { disabled: true }, {}],
    ['whose account is locked, even with a wrong password', 50053, { locked: true }, { password: 'wrong' }],
    ['whose password has expired', 50055, { passwordExpired: true }, {}],
  ])('%s', async (_name, code, state: Partial<User>, fields) => {
    const { emulator, sample } = running();
    const userPrincipalName = `${crypto.randomUUID()}@${sample.domain}`;
    const { password } = emulator.directory.addUser(sample.tenant, { userPrincipalName, ...state });
    const answer = await requestUserToken(running(), { username: userPrincipalName, password, ...fields });
    expect(refusalOf(answer)).toEqual({ status: 400, error: 'invalid_grant', codes: [code] });
  });

  test('of another tenant', async () => {
    const { directory } = running().emulator;
    const { userPrincipalName, password } = directory.addUser(directory.addTenant(), {
      userPrincipalName: 'a@b.example',
    });
    const answer = await requestUserToken(running(), { username: userPrincipalName, password });
    expect(refusalOf(answer)).toMatchObject({ codes: [50034] });
  });
});

test.each([
  [50076, 'basic_action', { mfaRequired: true }],
  [50055, 'user_password_expired', { passwordExpired: true }],
])('%d tells by its suberror what the user has to do', async (_code, suberror, state: Partial<User>) => {
  const { emulator, sample } = running();
  const userPrincipalName = `${crypto.randomUUID()}@${sample.domain}`;
  const { password } = emulator.directory.addUser(sample.tenant, { userPrincipalName, ...state });
  const { body } = await requestUserToken(running(), { username: userPrincipalName, password });
  expect(body['suberror']).toBe(suberror);
});

describe('the client', () => {
  test('that is confidential and presents nothing is refused', async () => {
    const answer = await requestUserToken(running(), { client_id: running().sample.clientId });
    expect(refusalOf(answer)).toEqual({ status: 401, error: 'invalid_client', codes: [7000218] });
  });

  test('that is confidential gets a token with its secret', async () => {
    const { clientId, clientSecret } = running().sample;
    const answer = await requestUserToken(running(), { client_id: clientId, client_secret: clientSecret });
    expect(claimsOf(answer)).toMatchObject({ azp: clientId, azpacr: '1' });
  });

  test('that is confidential gets a token with an assertion, but not twice', async () => {
    const fields = {
      client_id: running().sample.clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await signAssertion(running()),
    };
    expect(claimsOf(await requestUserToken(running(), fields))).toMatchObject({ azpacr: '2' });
    expect(refusalOf(await requestUserToken(running(), fields))).toMatchObject({ codes: [50012] });
  });

  test.each([{ client_secret: 'any' }, { client_assertion: 'any' }])(
    'that is public and presents %p is refused',
    async credential => {
      const answer = await requestUserToken(running(), credential);
      expect(refusalOf(answer)).toEqual({ status: 401, error: 'invalid_client', codes: [700025] });
    },
  );

  test('that is public gets no token of its own', async () => {
    const fields = { grant_type: 'client_credentials', scope: 'api://inventory/.default' };
    expect(refusalOf(await requestUserToken(running(), fields))).toMatchObject({ status: 401, codes: [7000216] });
    const withSecret = await requestUserToken(running(), { ...fields, client_secret: 'any' });
    expect(refusalOf(withSecret)).toMatchObject({ status: 401, codes: [700025] });
  });
});

test.each(['username', 'password', 'scope', 'client_id'])('without %s the request is refused', async name => {
  const answer = await requestUserToken(running(), { [name]: undefined });
  expect(refusalOf(answer)).toEqual({ status: 400, error: 'invalid_request', codes: [900144] });
});
