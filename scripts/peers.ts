import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, type SampleDirectory, sampleDirectory, send, startEmulator } from '@entra-token/emulator';
import type { Attempt } from './peers/attempt.js';
import { azureCliAttempts } from './peers/azure-cli.js';
import { startAzureCliSetting } from './peers/azure-cli-setting.js';
import { azureIdentityAttempts } from './peers/azure-identity.js';
import { createPrintedCredential, type FederatedCredentialOptions } from './peers/federated-credential-create.js';
import { isInstalled, runProgram } from './peers/run-program.js';

// Clients that we did not write get tokens from the emulator, and call the sample API with them: what shows that the
// emulator is faithful. One of them runs the command that our step prints where a federated identity is refused.
// Prints a table; ends with 1 if any of them failed.

const PUBLIC_CLOUD = 'login.microsoftonline.com';

const directory = await mkdtemp(join(tmpdir(), 'entra-peers-'));
const emulator = await startEmulator({ hostNames: [PUBLIC_CLOUD] });
try {
  process.exitCode = (await compare()) ? 0 : 1;
} finally {
  await emulator.close();
  await rm(directory, { recursive: true });
}

async function compare(): Promise<boolean> {
  const sample = await sampleDirectory(emulator);
  const getAssertion = () => requestAssertion(emulator, sample);
  const [caPath, tokenFilePath] = await Promise.all([
    write('ca.pem', emulator.caCertificate),
    write('federated-token', await getAssertion()),
  ]);

  printRow('peer', 'credential', 'token', 'API', 'time');
  const attempts = azureIdentityAttempts({ emulator, sample, getAssertion, tokenFilePath });
  const libraryWorks = await allSucceed(attempts, sample.apiUrl, caPath);
  if (await isInstalled('az', '--version')) return (await compareAzureCli(sample, caPath)) && libraryWorks;
  process.stdout.write('az             (not installed: not compared, and no federated credential created)\n');
  return libraryWorks;
}

async function compareAzureCli(sample: SampleDirectory, caPath: string): Promise<boolean> {
  const { tenant, apiUrl, certificatePem } = sample;
  const certificatePath = await write('client.pem', certificatePem);
  const setting = await startAzureCliSetting({ emulator, tenant, directory, authorityHost: PUBLIC_CLOUD });
  try {
    const getAssertion = () => requestAssertion(emulator, sample);
    const attempts = azureCliAttempts({ setting, sample, getAssertion, certificatePath });
    const getsTokens = await allSucceed(attempts, apiUrl, caPath);
    return (await createsPrintedCredential({ setting, sample, caPath })) && getsTokens;
  } finally {
    await setting.close();
  }
}

async function createsPrintedCredential(options: FederatedCredentialOptions): Promise<boolean> {
  const print = (result: string) => process.stdout.write(`${'az'.padEnd(16)} federated credential create: ${result}\n`);
  try {
    await createPrintedCredential(options);
    print('created, and the refused job passes');
    return true;
  } catch (error) {
    print(`failed\n  ${String(error)}`);
    return false;
  }
}

async function allSucceed(attempts: readonly Attempt[], apiUrl: string, caPath: string): Promise<boolean> {
  let allSucceeded = true;
  for (const attempt of attempts) {
    if (!(await succeeds(attempt, apiUrl, caPath))) allSucceeded = false;
  }
  return allSucceeded;
}

async function succeeds({ peer, credential, acquire }: Attempt, apiUrl: string, caPath: string): Promise<boolean> {
  const start = performance.now();
  try {
    const token = await acquire();
    const time = `${Math.round(performance.now() - start)} ms`;
    const status = await callApi(apiUrl, caPath, token);
    printRow(peer, credential, 'yes', status, time);
    return status === '200';
  } catch (error) {
    printRow(peer, credential, 'no', '-', '-');
    process.stdout.write(`  ${String(error)}\n`);
    return false;
  }
}

/** The HTTP status that `curl` gets. The token goes over standard input: arguments are for everybody to see. */
function callApi(url: string, caPath: string, token: string): Promise<string> {
  const args = ['--silent', '--show-error', '--output', '/dev/null', '--write-out', '%{http_code}'];
  return runProgram('curl', [...args, '--cacert', caPath, '--header', '@-', url], {
    input: `Authorization: Bearer ${token}\n`,
  });
}

async function requestAssertion({ github, caCertificate }: Emulator, sample: SampleDirectory): Promise<string> {
  const { requestUrl, requestToken } = github.startJob(sample.githubJob);
  const answer = await send(`${requestUrl}&audience=${encodeURIComponent('api://AzureADTokenExchange')}`, {
    headers: { Authorization: `Bearer ${requestToken}` },
    ca: caCertificate,
  });
  const { value }: { value: string } = JSON.parse(answer.body);
  return value;
}

async function write(name: string, content: string): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, content, { mode: 0o600 });
  return path;
}

function printRow(peer: string, credential: string, token: string, api: string, time: string): void {
  process.stdout.write(`${peer.padEnd(16)} ${credential.padEnd(18)} ${token.padEnd(6)} ${api.padEnd(4)} ${time}\n`);
}
