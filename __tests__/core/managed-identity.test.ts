import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { answerArcChallenge } from '../../packages/core/src/credentials/arc-challenge.js';
import { managedIdentity } from '../../packages/core/src/credentials/managed-identity.js';
import { diagnose } from '../../packages/core/src/diagnosis/diagnose.js';
import { UnexpectedAnswer } from '../../packages/core/src/transport/unexpected-answer.js';
import { createFolder } from '../folder.js';
import { ordinary } from './circumstances.js';
import { recordingContext, response } from './recording-context.js';
import { recordingPlatform } from './recording-platform.js';

const token = { access_token: 'a.b.c', expires_in: '3599', token_type: 'Bearer' };
const appService = { IDENTITY_ENDPOINT: 'http://127.0.0.1:4141/msi/token', IDENTITY_HEADER: 'h' };
const arc = {
  IDENTITY_ENDPOINT: 'http://127.0.0.1:40342/metadata/identity/oauth2/token',
  IMDS_ENDPOINT: 'http://127.0.0.1:40342',
};

function contextWith(environment: Record<string, string>, answer = response(200, token)) {
  return recordingContext(recordingPlatform({}, { environment }), () => answer);
}

describe('the endpoint is found by the variables of the Azure SDKs', () => {
  test.each([
    [
      'a virtual machine',
      {},
      'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=api%3A%2F%2Fa',
      { metadata: 'true' },
    ],
    [
      'a pod',
      { AZURE_POD_IDENTITY_AUTHORITY_HOST: 'http://127.0.0.1:9/' },
      'http://127.0.0.1:9/metadata/identity/oauth2/token?api-version=2018-02-01&resource=api%3A%2F%2Fa',
      { metadata: 'true' },
    ],
    [
      'App Service',
      appService,
      'http://127.0.0.1:4141/msi/token?api-version=2019-08-01&resource=api%3A%2F%2Fa',
      { 'x-identity-header': 'h' },
    ],
    ['Azure Arc', arc, `${arc.IDENTITY_ENDPOINT}?api-version=2020-06-01&resource=api%3A%2F%2Fa`, { metadata: 'true' }],
  ])('of %s', async (_kind, environment, url, headers) => {
    const using = contextWith(environment);
    const [answer] = await managedIdentity(undefined, using)(['api://a/.default']);
    expect(using.sent).toEqual([expect.objectContaining({ method: 'GET', url, headers })]);
    expect(answer).toEqual({ accessToken: 'a.b.c', tokenType: 'Bearer', expiresIn: 3599, refreshToken: undefined });
    expect(using.masked).toEqual(['a.b.c']);
  });

  test('a user-assigned identity is named', async () => {
    const using = contextWith({});
    await managedIdentity('c-1', using)(['api://a/.default']);
    expect(using.sent[0]?.url).toContain('client_id=c-1');
  });
});

test('a lifetime that is given as its end counts from now', async () => {
  const end = Date.parse('2026-11-22T11:00:00Z') / 1000;
  const using = contextWith(appService, response(200, { access_token: 'a.b.c', expires_on: `${end}` }));
  expect(await managedIdentity(undefined, using)(['api://a/.default'])).toMatchObject([{ expiresIn: 3600 }]);
});

describe('failures', () => {
  test('a refusal keeps the endpoint its words', async () => {
    const using = contextWith({}, response(400, { error: 'invalid_request', error_description: 'Identity not found' }));
    const failure = await managedIdentity(undefined, using)(['api://a/.default']).catch(error => error);
    expect(diagnose(failure, ordinary)).toMatchObject({
      what: expect.stringContaining('169.254.169.254 issued no token'),
      facts: [
        ['Its words', 'Identity not found'],
        ['Status', 'HTTP 400'],
      ],
    });
  });

  test.each([
    ['a file outside the folder of the agent', 'Basic realm=/etc/shadow.key'],
    ['a file below that folder', 'Basic realm=/var/opt/azcmagent/tokens/../../../../etc/x.key'],
    ['a file that is no key', 'Basic realm=/var/opt/azcmagent/tokens/x.txt'],
    ['no file', 'Basic'],
  ])("Azure Arc's challenge must not name %s", async (_kind, challenge) => {
    const using = contextWith(arc, response(401, '', { 'www-authenticate': challenge }));
    const failure = await managedIdentity(undefined, using)(['api://a/.default']).catch(error => error);
    expect(failure).toBeInstanceOf(UnexpectedAnswer);
    expect(using.sent).toHaveLength(1);
  });
});

describe("Azure Arc's challenge", () => {
  test('is answered with the content of the key it names, which is hidden', async () => {
    const folder = createFolder();
    const path = join(folder.path, 'a.key');
    writeFileSync(path, 'the-key-of-the-machine');
    const using = contextWith(arc);
    const request = { method: 'GET', url: arc.IDENTITY_ENDPOINT, headers: { metadata: 'true' } } as const;
    const challenge = response(401, '', { 'www-authenticate': `Basic realm=${path}` });
    await answerArcChallenge(request, challenge, folder.path, using);
    expect(using.sent).toEqual([
      { ...request, headers: { metadata: 'true', authorization: 'Basic the-key-of-the-machine' } },
    ]);
    expect(using.masked).toEqual(['the-key-of-the-machine']);
    folder.remove();
  });

  test('names a key that the user of the job may not read', async () => {
    const using = contextWith(arc, response(401, '', { 'www-authenticate': 'Basic realm=/nowhere/a.key' }));
    const request = { method: 'GET', url: arc.IDENTITY_ENDPOINT, headers: {} } as const;
    const challenge = response(401, '', { 'www-authenticate': 'Basic realm=/nowhere/a.key' });
    await expect(answerArcChallenge(request, challenge, '/nowhere', using)).rejects.toMatchObject({
      anchor: 'arc-key-refused',
      special: { facts: [['The key', '/nowhere/a.key']] },
    });
  });
});
