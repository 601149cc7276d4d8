import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runPipelineJob, runWorkflowJob } from './demo/run-job.js';
import { inSetting } from './demo/setting.js';

/** Runs the step on both platforms through tinyproxy, a proxy that we did not write, and shows what went through it. */

const credentials = { user: 'job', password: 'pr0xy' };

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port')),
      );
    });
  });
}

async function listening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const isUp = await new Promise<boolean>(resolve => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.unref();
    });
    if (isUp) return;
    await delay(50);
  }
  throw new Error('tinyproxy does not listen');
}

async function startTinyproxy(folder: string): Promise<{ proxy: ChildProcess; url: string; log: string }> {
  const port = await freePort();
  const log = join(folder, 'tinyproxy.log');
  const configuration = [
    `Port ${port}`,
    'Listen 127.0.0.1',
    `LogFile "${log}"`,
    'LogLevel Connect',
    `BasicAuth ${credentials.user} ${credentials.password}`,
  ];
  const file = join(folder, 'tinyproxy.conf');
  writeFileSync(file, `${configuration.join('\n')}\n`);
  const proxy = spawn('tinyproxy', ['-d', '-c', file], { stdio: 'ignore' });
  await listening(port);
  return { proxy, log, url: `http://${credentials.user}:${credentials.password}@127.0.0.1:${port}` };
}

const print = (text: string) => process.stdout.write(`${text}\n`);

function isInstalled(): boolean {
  try {
    execFileSync('tinyproxy', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

if (!isInstalled()) {
  print('tinyproxy is not installed (Debian: apt-get install tinyproxy); nothing was tried.');
  process.exitCode = 1;
} else {
  const folder = mkdtempSync(join(tmpdir(), 'entra-token-tinyproxy-'));
  const { proxy, url, log } = await startTinyproxy(folder);
  try {
    await inSetting(async setting => {
      const behindProxy = { ...setting, machineEnv: { ...setting.machineEnv, HTTPS_PROXY: url } };
      for (const [platform, run] of [
        ['GitHub Actions', runWorkflowJob],
        ['Azure Pipelines', runPipelineJob],
      ] as const) {
        const [token] = await run(behindProxy, 'federated');
        print(`${platform}: ${token?.outcome}`);
        if (token?.outcome !== 'success') process.exitCode = 1;
      }
      const targets = [...readFileSync(log, 'utf8').matchAll(/CONNECT (\S+) HTTP/g)].map(([, target]) => target);
      const names = new Map([
        [new URL(setting.emulator.github.origin).host, "GitHub's token issuer"],
        [new URL(setting.emulator.azureDevOps.origin).host, "Azure DevOps' token issuer"],
        [new URL(setting.emulator.entra.origin).host, 'Entra'],
        [new URL(setting.emulator.api.origin).host, 'the API (curl)'],
      ]);
      for (const target of targets) print(`  through tinyproxy: ${names.get(target ?? '') ?? target}`);
    });
  } finally {
    proxy.kill();
    rmSync(folder, { recursive: true });
  }
}
