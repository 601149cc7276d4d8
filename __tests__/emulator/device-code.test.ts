import { send } from '@entra-token/emulator';
import { describe, expect, test } from '@jest/globals';
import { useEmulator } from './running-emulator.js';
import { claimsOf, refusalOf, requestUserToken } from './token-request.js';

let offset = 0;
const running = useEmulator({ clock: () => new Date(Date.now() + offset) });

test('the device is told a code, where to type it in, and how to poll', async () => {
  const { emulator } = running();
  const { status, body } = await start();
  expect(status).toBe(200);
  expect(body).toEqual({
    user_code: expect.stringMatching(/^[B-DF-HJ-NP-TV-XZ]{9}$/),
    device_code: expect.any(String),
    verification_uri: expect.stringMatching(/^https:/),
    expires_in: 900,
    interval: 5,
    message: expect.stringContaining(body.user_code),
  });
  expect(body.message).toContain(body.verification_uri);
  expect(emulator.issued.deviceCodes).toContain(body.device_code);
  expect(emulator.entra.deviceCodes.userCodes).toContain(body.user_code);
});

test('it waits until the user has approved, and gets tokens then, once', async () => {
  const { emulator, sample } = running();
  const { body } = await start();
  const pending = await poll(body.device_code);
  emulator.entra.deviceCodes.approve(body.user_code, sample.user);
  const approved = await later(5, () => poll(body.device_code));
  const again = await poll(body.device_code);

  expect(refusalOf(pending)).toEqual({ status: 400, error: 'authorization_pending', codes: [70016] });
  expect(claimsOf(approved)).toMatchObject({ oid: sample.user.objectId, scp: 'Items.Read' });
  expect(approved.body['refresh_token']).toBeTruthy();
  expect(refusalOf(again)).toEqual({ status: 400, error: 'bad_verification_code', codes: [70018] });
});

describe('it is told to slow down', () => {
  test('when it polls before the interval is over, and then has to wait for longer', async () => {
    const { body } = await start();
    const errors = [
      await poll(body.device_code),
      await later(4, () => poll(body.device_code)),
      await later(13, () => poll(body.device_code)),
      await later(28, () => poll(body.device_code)),
    ].map(answer => answer.body['error']);
    expect(errors).toEqual(['authorization_pending', 'slow_down', 'slow_down', 'authorization_pending']);
  });

  test('when a test wants it', async () => {
    const { deviceCodes } = running().emulator.entra;
    const { body } = await start();
    deviceCodes.slowDown(body.user_code);
    deviceCodes.approve(body.user_code, running().sample.user);
    const first = await poll(body.device_code);
    const second = await later(10, () => poll(body.device_code));
    expect(refusalOf(first)).toMatchObject({ status: 400, error: 'slow_down' });
    expect(second.status).toBe(200);
  });
});

describe('it gets nothing', () => {
  test('when the user declined', async () => {
    const { deviceCodes } = running().emulator.entra;
    const { body } = await start();
    deviceCodes.decline(body.user_code);
    expect(refusalOf(await poll(body.device_code))).toMatchObject({ status: 400, error: 'authorization_declined' });
    expect(deviceCodes.userCodes).not.toContain(body.user_code);
  });

  test('when the code has expired', async () => {
    const { body } = await start();
    const answer = await later(900, () => poll(body.device_code));
    expect(refusalOf(answer)).toEqual({ status: 400, error: 'expired_token', codes: [70020] });
  });

  test('when a test lets the code expire', async () => {
    const { body } = await start();
    running().emulator.entra.deviceCodes.expire(body.user_code);
    expect(refusalOf(await poll(body.device_code))).toMatchObject({ error: 'expired_token' });
  });

  test('for another code', async () => {
    expect(refusalOf(await poll('anything'))).toMatchObject({ error: 'bad_verification_code', codes: [70018] });
  });

  test('as another client', async () => {
    const { emulator, sample } = running();
    const other = emulator.directory.addApplication(sample.tenant, { publicClient: true });
    const { body } = await start();
    emulator.entra.deviceCodes.approve(body.user_code, sample.user);
    const answer = await poll(body.device_code, { client_id: other.clientId });
    expect(refusalOf(answer)).toMatchObject({ codes: [70018] });
  });

  test('as a confidential client without its secret', async () => {
    const { clientId, clientSecret } = running().sample;
    const { body } = await start({ client_id: clientId });
    running().emulator.entra.deviceCodes.approve(body.user_code, running().sample.user);
    const without = await poll(body.device_code, { client_id: clientId });
    const withSecret = await poll(body.device_code, { client_id: clientId, client_secret: clientSecret });
    expect(refusalOf(without)).toEqual({ status: 401, error: 'invalid_client', codes: [7000218] });
    expect(withSecret.status).toBe(200);
  });

  test('without a code', async () => {
    expect(refusalOf(await poll(''))).toMatchObject({ codes: [900144] });
  });
});

describe('no code is handed out', () => {
  test.each([
    [{ scope: '' }, 900144],
    [{ scope: 'api://inventory' }, 70011],
    [{ client_id: '' }, 900144],
    [{ client_id: crypto.randomUUID() }, 700016],
  ])('for %p', async (fields, code) => {
    const { status, body } = await start(fields);
    expect({ status, codes: body.error_codes }).toEqual({ status: 400, codes: [code] });
  });

  test('for GET', async () => {
    const { entra, caCertificate } = running().emulator;
    const url = `${entra.origin}/${running().sample.tenantId}/oauth2/v2.0/devicecode`;
    expect((await send(url, { ca: caCertificate })).status).toBe(405);
  });
});

test('codes nobody waits for, and users who cannot sign in, are errors of the test', async () => {
  const { emulator, sample } = running();
  const { body } = await start();
  const disabled = emulator.directory.addUser(sample.tenant, { userPrincipalName: 'x@y.example', disabled: true });
  expect(() => emulator.entra.deviceCodes.approve('NONE', sample.user)).toThrow('NONE');
  expect(() => emulator.entra.deviceCodes.approve(body.user_code, disabled)).toThrow('x@y.example');
});

interface Started {
  readonly user_code: string;
  readonly device_code: string;
  readonly verification_uri: string;
  readonly message: string;
  readonly error_codes?: number[];
}

async function start(fields: Record<string, string> = {}): Promise<{ status: number; body: Started }> {
  const { emulator, sample } = running();
  const scope = 'api://inventory/Items.Read offline_access';
  const answer = await send(`${emulator.entra.origin}/${sample.tenantId}/oauth2/v2.0/devicecode`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ client_id: sample.publicClientId, scope, ...fields }).toString(),
    ca: emulator.caCertificate,
  });
  return { status: answer.status, body: JSON.parse(answer.body) };
}

function poll(code: string, fields: Record<string, string> = {}) {
  return requestUserToken(running(), {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    device_code: code,
    username: undefined,
    password: undefined,
    scope: undefined,
    ...fields,
  });
}

/** Does something at a time that is this many seconds away. */
function later<T>(seconds: number, action: () => Promise<T>): Promise<T> {
  offset = seconds * 1000;
  return action().finally(() => {
    offset = 0;
  });
}
