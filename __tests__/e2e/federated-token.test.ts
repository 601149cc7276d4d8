import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { send } from '@entra-token/emulator';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createFolder } from '../folder.js';
import { platforms } from './platforms.js';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.end());

/** A token that GitHub's issuer made for the sample's job, as another system would hand it over. */
async function foreignToken(): Promise<string> {
  const { emulator, sample } = world;
  const { requestUrl, requestToken } = emulator.github.startJob(sample.githubJob);
  const { body } = await send(`${requestUrl}&audience=api%3A%2F%2FAzureADTokenExchange`, {
    ca: emulator.caCertificate,
    headers: { authorization: `Bearer ${requestToken}` },
  });
  const { value }: { value: string } = JSON.parse(body);
  return value;
}

describe.each(platforms)('%s', (_name, inJob, run) => {
  test('a token of another issuer gets a token with one request', async () => {
    const given = { secrets: { 'federated-token': await foreignToken() } };
    world.countRequests();
    await inJob(world, run, given, async ({ got, callApi }) => {
      expect(got.outcome).toBe('success');
      expect(world.countRequests()).toEqual({ issuer: 0, entra: 1 });
      expect((await callApi()).log).toContain('"name":"Anvil"');
    });
  });

  test('a file with such a token, by the input or by the variable of the Azure SDKs', async () => {
    const folder = createFolder();
    const file = join(folder.path, 'token');
    writeFileSync(file, `${await foreignToken()}\n`);
    await inJob(world, run, { inputs: { 'federated-token-file': file } }, async ({ got }) => {
      expect(got.outcome).toBe('success');
    });
    const withVariable = { ...world, machineEnv: { ...world.machineEnv, AZURE_FEDERATED_TOKEN_FILE: file } };
    await inJob(withVariable, run, { inputs: { credential: 'federated-token' } }, async ({ got, callApi }) => {
      expect(got.outcome).toBe('success');
      expect((await callApi()).log).toContain('"name":"Anvil"');
    });
    folder.remove();
  });

  test('a file that is not there is named', async () => {
    await inJob(world, run, { inputs: { 'federated-token-file': '/nowhere/token' } }, async ({ got }) => {
      expect(got.annotations).toEqual([
        expect.objectContaining({ message: expect.stringContaining("the file '/nowhere/token' cannot be read") }),
      ]);
    });
  });
});
