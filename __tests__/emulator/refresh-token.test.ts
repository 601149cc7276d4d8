import { describe, expect, test } from '@jest/globals';
import { useEmulator } from './running-emulator.js';
import { claimsOf, refusalOf, requestUserToken } from './token-request.js';

const DAY = 24 * 60 * 60 * 1000;
let offset = 0;
const running = useEmulator({ clock: () => new Date(Date.now() + offset) });

test('a refresh token brings tokens and a new refresh token, and stays good itself', async () => {
  const first = start();
  const answers = [await refresh(first), await refresh(first)];
  const second = String(answers[0]?.body['refresh_token']);
  answers.push(await refresh(second));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set([first, ...answers.map(({ body }) => body['refresh_token'])]).size).toBe(4);
  expect(running().emulator.issued.refreshTokens).toEqual(expect.arrayContaining([first, second]));
});

test('it is good for every resource of the tenant', async () => {
  const token = start();
  const items = await refresh(token, { scope: 'api://inventory/Items.Write' });
  const graph = await refresh(token, { scope: 'https://graph.microsoft.com/.default' });
  expect(claimsOf(items)).toMatchObject({ scp: 'Items.Write', oid: running().sample.user.objectId });
  expect(claimsOf(graph)).toMatchObject({ aud: 'https://graph.microsoft.com' });
});

test('without a scope it brings what it was issued for', async () => {
  expect(claimsOf(await refresh(start(), { scope: undefined }))).toMatchObject({ scp: 'Mail.Read' });
});

test('the token of a sign-in works like any other', async () => {
  const { body } = await requestUserToken(running(), { scope: 'User.Read offline_access' });
  expect((await refresh(String(body['refresh_token']))).status).toBe(200);
});

describe('it is refused', () => {
  test('when it was revoked', async () => {
    const token = start();
    running().emulator.entra.revokeRefreshToken(token);
    expect(refusalOf(await refresh(token))).toEqual(invalidGrant(70000));
  });

  test('when it was declared expired', async () => {
    const token = start();
    running().emulator.entra.expireRefreshToken(token);
    expect(refusalOf(await refresh(token))).toEqual(invalidGrant(700082));
  });

  test('after ninety days without use', async () => {
    const token = start();
    offset = 90 * DAY + 1000;
    const answer = await refresh(token).finally(() => {
      offset = 0;
    });
    expect(refusalOf(answer)).toEqual(invalidGrant(700082));
  });

  test('when it is none', async () => {
    expect(refusalOf(await refresh('anything'))).toEqual(invalidGrant(9002313));
  });

  test('when it is an access token', async () => {
    const { body } = await requestUserToken(running());
    expect(refusalOf(await refresh(String(body['access_token'])))).toEqual(invalidGrant(9002313));
  });

  test('from another client', async () => {
    const { clientId, clientSecret } = running().sample;
    const answer = await refresh(start(), { client_id: clientId, client_secret: clientSecret });
    expect(refusalOf(answer)).toEqual(invalidGrant(70000));
  });

  test('when the user was disabled meanwhile', async () => {
    const { emulator, sample } = running();
    const user = emulator.directory.addUser(sample.tenant, { userPrincipalName: `leaver@${sample.domain}` });
    const token = emulator.entra.issueRefreshToken({ client: sample.publicClient, user });
    user.disabled = true;
    expect(refusalOf(await refresh(token))).toEqual(invalidGrant(50057));
  });

  test('without the consent for the scope', async () => {
    const { emulator, sample } = running();
    const client = emulator.directory.addApplication(sample.tenant, { publicClient: true });
    emulator.directory.consent(sample.tenant, { client, resource: sample.inventory, scopes: ['Items.Read'] });
    const token = emulator.entra.issueRefreshToken({ client, user: sample.user });
    const answer = await refresh(token, { client_id: client.clientId, scope: 'api://inventory/Items.Write' });
    expect(refusalOf(answer)).toEqual(invalidGrant(65001));
  });

  test('when a confidential client presents nothing else, or something wrong', async () => {
    const { emulator, sample } = running();
    const token = emulator.entra.issueRefreshToken({ client: sample.application, user: sample.user });
    const alone = await refresh(token, { client_id: sample.clientId });
    const wrong = await refresh(token, { client_id: sample.clientId, client_secret: 'wrong' });
    const right = await refresh(token, { client_id: sample.clientId, client_secret: sample.clientSecret });
    expect(refusalOf(alone)).toEqual({ status: 401, error: 'invalid_client', codes: [7000218] });
    expect(refusalOf(wrong)).toEqual({ status: 401, error: 'invalid_client', codes: [7000215] });
    expect(right.status).toBe(200);
  });

  test('with a credential of a public client', async () => {
    const answer = await refresh(start(), { client_secret: 'any' });
    expect(refusalOf(answer)).toEqual({ status: 401, error: 'invalid_client', codes: [700025] });
  });

  test('when it is missing', async () => {
    expect(refusalOf(await refresh(''))).toMatchObject({ codes: [900144] });
  });
});

test('what is not a refresh token can be neither revoked nor expired', () => {
  const { entra } = running().emulator;
  expect(() => entra.revokeRefreshToken('anything')).toThrow('no refresh token');
  expect(() => entra.expireRefreshToken('anything')).toThrow('no refresh token');
});

function start(): string {
  const { emulator, sample } = running();
  return emulator.entra.issueRefreshToken({ client: sample.publicClient, user: sample.user, scope: 'Mail.Read' });
}

function refresh(token: string, fields: Record<string, string | undefined> = {}) {
  return requestUserToken(running(), {
    grant_type: 'refresh_token',
    refresh_token: token,
    username: undefined,
    password: undefined,
    ...fields,
  });
}

function invalidGrant(code: number) {
  return { status: 400, error: 'invalid_grant', codes: [code] };
}
