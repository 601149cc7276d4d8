import { type SecureFile, send } from '@entra-token/emulator';
import { describe, expect, test } from '@jest/globals';
import { useEmulator } from './running-emulator.js';

const running = useEmulator();
const PROJECT_ID = crypto.randomUUID();

describe('a secure file arrives as it is', () => {
  test.each([
    ['with the token as bearer', {}],
    ['with the token as password', { basic: true }],
    ["with the project's id", { project: PROJECT_ID }],
    ['with the organization in the path', { prefix: '/contoso' }],
    [
      'with the version in the Accept header',
      { version: '', accept: 'application/octet-stream;api-version=7.2-preview.1' },
    ],
    ['with a text as content', { content: 'a text' }],
  ])('%s', async (_name, changes) => {
    const { answer, file } = await download(changes);
    expect(answer.status).toBe(200);
    expect(answer.bytes).toEqual(Buffer.from(file.content));
    expect(answer.headers['content-disposition']).toContain('client.pfx');
  });
});

describe('it does not arrive', () => {
  test.each<[string, number, Changes]>([
    ['without a token', 401, { token: undefined }],
    ['with a token of no job', 401, { token: 'wrong' }],
    ['with a token of no job, as password', 401, { token: 'wrong', basic: true }],
    ['with another ticket', 403, { ticket: 'wrong' }],
    ['without a ticket', 403, { ticket: '' }],
    ['for an unknown file', 404, { id: crypto.randomUUID() }],
    ['for another project', 404, { project: 'other' }],
    ['without a version', 400, { version: '' }],
    ['by POST', 405, { method: 'POST' }],
  ])('%s', async (_name, status, changes) => {
    const { answer } = await download(changes);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ message: expect.any(String) });
    expect(answer.bytes.includes('secret bytes')).toBe(false);
  });
});

interface Changes {
  readonly token?: string | undefined;
  readonly basic?: boolean;
  readonly project?: string;
  readonly prefix?: string;
  readonly id?: string;
  readonly ticket?: string;
  readonly version?: string;
  readonly accept?: string;
  readonly method?: string;
  readonly content?: string;
}

async function download(changes: Changes) {
  const { azureDevOps, caCertificate } = running().emulator;
  const job = { ...running().sample.azureDevOpsJob, projectId: PROJECT_ID };
  const file: SecureFile = {
    id: crypto.randomUUID(),
    name: 'client.pfx',
    // Not valid as UTF-8, as a PFX is not.
    content: changes.content ?? Buffer.concat([Buffer.from([0, 255, 254, 128]), Buffer.from('secret bytes')]),
    ticket: crypto.randomUUID(),
  };
  azureDevOps.addSecureFile(file);
  const { jobToken } = azureDevOps.startJob(job);
  const { project = job.project, prefix = '', id = file.id, ticket = file.ticket, version = '7.1-preview.1' } = changes;
  const token = 'token' in changes ? changes.token : jobToken;
  const url = new URL(`${azureDevOps.origin}${prefix}/${project}/_apis/distributedtask/securefiles/${id}`);
  for (const [name, value] of Object.entries({ ticket, download: 'true', 'api-version': version })) {
    if (value !== '') url.searchParams.set(name, value);
  }
  const answer = await send(url, {
    ...(changes.method !== undefined && { method: changes.method }),
    headers: {
      ...(changes.accept !== undefined && { Accept: changes.accept }),
      ...(token !== undefined && { Authorization: authorization(token, changes.basic ?? false) }),
    },
    ca: caCertificate,
  });
  return { answer, file };
}

function authorization(token: string, basic: boolean): string {
  return basic ? `Basic ${Buffer.from(`PAT:${token}`).toString('base64')}` : `Bearer ${token}`;
}
