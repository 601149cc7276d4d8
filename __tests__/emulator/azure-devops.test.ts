import { send } from '@entra-token/emulator';
import { describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { useEmulator } from './running-emulator.js';
import { requestTokenWith } from './token-request.js';

const running = useEmulator();

describe('a token', () => {
  test('for a service connection comes from Entra, and Entra accepts it', async () => {
    const { emulator, sample } = running();
    const { status, body } = await ask({ connection: sample.serviceConnectionId });
    expect(status).toBe(200);
    expect(decodeJwt(body.oidcToken)).toMatchObject({
      iss: `${emulator.entra.origin}/${sample.tenantId}/v2.0`,
      sub: expect.stringMatching(
        `^/eid1/c/pub/t/[\\w-]{22}/a/[\\w-]{22}/sc/${sample.azureDevOpsJob.organizationId}/${sample.serviceConnectionId}$`,
      ),
      aud: 'fb60f99c-7a34-4190-8149-302f77469936',
    });
    expect((await requestTokenWith(running(), body.oidcToken)).status).toBe(200);
    expect(emulator.issued.assertions).toContain(body.oidcToken);
  });

  test('for a service connection of the old form comes from Azure DevOps, and Entra accepts it', async () => {
    const { emulator, sample } = running();
    const { body } = await ask({ connection: sample.oldServiceConnectionId });
    expect(decodeJwt(body.oidcToken)).toMatchObject({
      iss: `${emulator.azureDevOps.origin}/${sample.azureDevOpsJob.organizationId}`,
      sub: 'sc://contoso/inventory/production-old',
    });
    expect((await requestTokenWith(running(), body.oidcToken)).status).toBe(200);
  });

  test('without a service connection is for the pipeline, and Entra accepts it', async () => {
    const { body } = await ask({});
    const { sub, exp, iat } = decodeJwt(body.oidcToken);
    expect(sub).toBe('p://contoso/inventory/deploy');
    expect(Number(exp) - Number(iat)).toBe(600);
    expect((await requestTokenWith(running(), body.oidcToken)).status).toBe(200);
  });
});

describe('a request is refused', () => {
  test('for a connection that the job does not have', async () => {
    const connection = crypto.randomUUID();
    const { status, body } = await ask({ connection });
    expect(status).toBe(404);
    expect(body.message).toContain(connection);
  });

  test.each([
    ['without the token of the job', 401, { token: 'wrong' }],
    ['by GET', 405, { method: 'GET' }],
    ['without its type', 415, { type: 'text/plain' }],
    ['without a version', 400, { version: '' }],
  ])('%s', async (_name, expected, changes) => {
    const { status, body } = await ask(changes);
    expect(status).toBe(expected);
    expect(body.oidcToken).toBeUndefined();
  });
});

interface Changes {
  readonly connection?: string;
  readonly method?: string;
  readonly token?: string;
  readonly type?: string;
  readonly version?: string;
}

async function ask({ connection, method = 'POST', token, type = 'application/json', version = '7.1' }: Changes) {
  const { azureDevOps, caCertificate } = running().emulator;
  const { oidcRequestUri, jobToken } = azureDevOps.startJob(running().sample.azureDevOpsJob);
  const url = new URL(oidcRequestUri);
  if (version !== '') url.searchParams.set('api-version', version);
  if (connection !== undefined) url.searchParams.set('serviceConnectionId', connection);
  const answer = await send(url, {
    method,
    headers: { Authorization: `Bearer ${token ?? jobToken}`, 'Content-Type': type, 'Content-Length': '0' },
    ca: caCertificate,
  });
  const body: { oidcToken: string; message?: string } = JSON.parse(answer.body);
  return { status: answer.status, body };
}
