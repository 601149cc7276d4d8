import { send } from '@entra-token/emulator';
import { describe, expect, test } from '@jest/globals';
import { createMsalClient, createPublicMsalClient } from './msal-client.js';
import { useEmulator } from './running-emulator.js';

// At a short pace, for MSAL really waits.
const running = useEmulator({ deviceCode: { interval: 0.02, slowDownBy: 0 } });

describe('MSAL as a public client gets a token for the user', () => {
  test('by the password, which lets the user call Graph', async () => {
    const { sample } = running();
    const client = createPublicMsalClient(running());
    const result = await client.acquireTokenByUsernamePassword({
      scopes: ['User.Read'],
      username: sample.user.userPrincipalName,
      password: sample.user.password,
    });
    expect(result?.account).toMatchObject({
      username: sample.user.userPrincipalName,
      homeAccountId: `${sample.user.objectId}.${sample.tenantId}`,
      tenantId: sample.tenantId,
    });
    expect(result?.scopes).toContain('User.Read');
    expect(await call(sample.meUrl, result?.accessToken)).toEqual({
      status: 200,
      body: {
        id: sample.user.objectId,
        displayName: sample.user.displayName,
        userPrincipalName: sample.user.userPrincipalName,
      },
    });
  });

  test('from its cache, and by the refresh token in it for another resource', async () => {
    const { emulator, sample } = running();
    const client = createPublicMsalClient(running());
    const { user } = sample;
    const first = await client.acquireTokenByUsernamePassword({
      scopes: ['api://inventory/.default'],
      username: user.userPrincipalName,
      password: user.password,
    });
    if (first?.account == null) throw new Error('MSAL keeps no account.');
    const before = emulator.entra.requests.length;
    const cached = await client.acquireTokenSilent({ scopes: ['api://inventory/.default'], account: first.account });
    expect(cached).toMatchObject({ accessToken: first.accessToken, fromCache: true });
    const other = await client.acquireTokenSilent({ scopes: ['Mail.Read'], account: first.account });
    const grants = emulator.entra.requests.slice(before).map(({ form }) => form['grant_type']);
    expect(other.fromCache).toBe(false);
    expect(grants).toEqual(['refresh_token']);
  });

  test('by a refresh token, whose successor is in its cache', async () => {
    const { emulator, sample } = running();
    const refreshToken = emulator.entra.issueRefreshToken({ client: sample.publicClient, user: sample.user });
    const client = createPublicMsalClient(running());
    const result = await client.acquireTokenByRefreshToken({
      refreshToken,
      scopes: ['api://inventory/Items.Read'],
      forceCache: true,
    });
    const kept = Object.values<{ secret: string }>(JSON.parse(client.getTokenCache().serialize()).RefreshToken);
    expect(await call(sample.apiUrl, result?.accessToken)).toMatchObject({ status: 200 });
    expect(kept.map(({ secret }) => secret)).toEqual([emulator.issued.refreshTokens.at(-1)]);
  });

  test('by a device code, once it has polled and the user has approved', async () => {
    const { emulator, sample } = running();
    const errors: unknown[] = [];
    let code = '';
    const client = createPublicMsalClient(running(), ({ error }) => {
      if (error === undefined) return;
      errors.push(error);
      emulator.entra.deviceCodes.approve(code, sample.user);
    });
    const result = await client.acquireTokenByDeviceCode({
      scopes: ['api://inventory/Items.Read'],
      deviceCodeCallback: ({ userCode, message }) => {
        expect(message).toContain(userCode);
        code = userCode;
      },
    });
    expect(errors).toEqual(['authorization_pending']);
    expect(await call(sample.apiUrl, result?.accessToken)).toMatchObject({ status: 200 });
  });

  test('until the user declines', async () => {
    const request = createPublicMsalClient(running()).acquireTokenByDeviceCode({
      scopes: ['api://inventory/Items.Read'],
      deviceCodeCallback: ({ userCode }) => running().emulator.entra.deviceCodes.decline(userCode),
    });
    await expect(request).rejects.toMatchObject({ errorMessage: expect.stringContaining('authorization_declined') });
  });
});

describe('MSAL as a confidential client gets a token for the user', () => {
  test('on behalf of whom it was called', async () => {
    const { sample } = running();
    const incoming = await createPublicMsalClient(running()).acquireTokenByUsernamePassword({
      scopes: [sample.middleTierScope],
      username: sample.user.userPrincipalName,
      password: sample.user.password,
    });
    const middleTier = createMsalClient(
      running(),
      { clientSecret: sample.middleTierSecret },
      sample.middleTierClientId,
    );
    const request = { oboAssertion: incoming?.accessToken ?? '', scopes: ['api://inventory/Items.Read'] };
    const first = await middleTier.acquireTokenOnBehalfOf(request);
    const second = await middleTier.acquireTokenOnBehalfOf(request);
    expect(await call(sample.apiUrl, first?.accessToken)).toMatchObject({ status: 200 });
    expect(second).toMatchObject({ accessToken: first?.accessToken, fromCache: true });
  });

  test('by the password and its secret', async () => {
    const { sample } = running();
    const result = await createMsalClient(running(), {
      clientSecret: sample.clientSecret,
    }).acquireTokenByUsernamePassword({
      scopes: ['api://inventory/Items.Read'],
      username: sample.user.userPrincipalName,
      password: sample.user.password,
    });
    expect(await call(sample.apiUrl, result?.accessToken)).toMatchObject({ status: 200 });
  });
});

test('MSAL tells a refusal that a user can do something about from others', async () => {
  const { emulator, sample } = running();
  const user = emulator.directory.addUser(sample.tenant, {
    userPrincipalName: `careful@${sample.domain}`,
    mfaRequired: true,
  });
  const client = createPublicMsalClient(running());
  const signIn = (password: string) =>
    client.acquireTokenByUsernamePassword({ scopes: ['User.Read'], username: user.userPrincipalName, password });
  await expect(signIn(user.password)).rejects.toMatchObject({ name: 'InteractionRequiredAuthError', errorNo: 50076 });
  await expect(signIn('wrong')).rejects.toMatchObject({ name: 'ServerError', errorNo: 50126 });
});

async function call(url: string, token: string | undefined) {
  const { status, body } = await send(url, {
    headers: { Authorization: `Bearer ${token}` },
    ca: running().emulator.caCertificate,
  });
  return { status, body: JSON.parse(body) };
}
