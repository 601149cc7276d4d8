import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { send } from '@entra-token/emulator';
import { afterEach, expect, test } from '@jest/globals';

// The command as `pnpm emulator` starts it: compiled.
const program = new URL('../../packages/emulator/build/main.js', import.meta.url).pathname;
let child: ChildProcess | undefined;

afterEach(() => {
  child?.kill('SIGKILL');
});

test('the command prints what leads to a token, until it is told to stop', async () => {
  const { printed, exit } = await start();
  const value = (name: string) => new RegExp(`^ +${name} +(\\S+)$`, 'm').exec(printed)?.[1] ?? '';
  const caPath = /NODE_EXTRA_CA_CERTS=(\S+)/.exec(printed)?.[1] ?? '';

  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: value('client-id'),
    client_secret: value('client-secret'),
    scope: value('scope'),
  });
  const { status } = await send(`${value('authority-host')}/${value('tenant-id')}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    ca: readFileSync(caPath, 'utf8'),
  });
  expect(status).toBe(200);
  expect(readFileSync(value('certificate-path'), 'utf8')).toMatch(/BEGIN CERTIFICATE[\s\S]+BEGIN PRIVATE KEY/);
  expect(Math.max(...printed.split('\n').map(line => line.length))).toBeLessThanOrEqual(80);

  expect(await exit('SIGTERM')).toEqual({ code: 0, signal: null });
  expect(existsSync(caPath)).toBe(false);
});

async function start() {
  const started = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  child = started;
  let printed = '';
  for await (const chunk of started.stdout.iterator({ destroyOnReturn: false })) {
    printed += String(chunk);
    if (printed.includes('/api/items')) break;
  }
  return {
    printed,
    async exit(by: NodeJS.Signals) {
      const exited = once(started, 'exit');
      started.kill(by);
      const [code, signal] = await exited;
      return { code, signal };
    },
  };
}
