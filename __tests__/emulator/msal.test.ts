import { X509Certificate } from 'node:crypto';
import { send } from '@entra-token/emulator';
import { describe, expect, test } from '@jest/globals';
import { createMsalClient, type MsalCredential } from './msal-client.js';
import { type RunningEmulator, useEmulator } from './running-emulator.js';

const running = useEmulator();

describe('MSAL gets a token that the API accepts', () => {
  test('with a client secret', async () => {
    await expectAccess({ clientSecret: running().sample.clientSecret });
  });

  test('with a certificate, twice with the one assertion that it keeps', async () => {
    const client = createMsalClient(running(), { clientCertificate: certificateOf(running()) });

    const first = await client.acquireTokenByClientCredential({ scopes: [running().sample.scope] });
    const second = await client.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] });

    expect(first?.accessToken).toBeTruthy();
    expect(second?.accessToken).toBeTruthy();
    const assertions = running()
      .emulator.entra.requests.map(({ form }) => form['client_assertion'])
      .filter(assertion => assertion !== undefined);
    expect(assertions).toHaveLength(2);
    expect(assertions[0]).toBe(assertions[1]);
  });

  test("with a GitHub job's id token", async () => {
    const { emulator, sample } = running();
    const { requestUrl, requestToken } = emulator.github.startJob(sample.githubJob);
    await expectAccess({
      async clientAssertion() {
        const { body } = await send(`${requestUrl}&audience=${encodeURIComponent('api://AzureADTokenExchange')}`, {
          headers: { Authorization: `Bearer ${requestToken}` },
          ca: emulator.caCertificate,
        });
        return JSON.parse(body).value;
      },
    });
  });

  async function expectAccess(credential: MsalCredential): Promise<void> {
    const { emulator, sample } = running();
    const result = await createMsalClient(running(), credential).acquireTokenByClientCredential({
      scopes: [sample.scope],
    });
    const { status } = await send(sample.apiUrl, {
      headers: { Authorization: `Bearer ${result?.accessToken}` },
      ca: emulator.caCertificate,
    });
    expect(status).toBe(200);
  }
});

test('MSAL reports the code and the correlation id of a refusal', async () => {
  const correlationId = crypto.randomUUID();
  const client = createMsalClient(running(), { clientSecret: 'wrong' });

  const request = client.acquireTokenByClientCredential({ scopes: [running().sample.scope], correlationId });

  await expect(request).rejects.toMatchObject({ errorCode: 'invalid_client', errorNo: 7000215, correlationId });
});

function certificateOf({ sample }: RunningEmulator) {
  const thumbprintSha256 = new X509Certificate(sample.certificate).fingerprint256.replaceAll(':', '');
  return { thumbprintSha256, privateKey: sample.privateKey };
}
