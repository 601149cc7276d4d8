import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, type SampleDirectory, sampleDirectory, send, startEmulator } from '@entra-token/emulator';
import type { Attempt } from './peers/attempt.js';
import { azureCliAttempts } from './peers/azure-cli.js';
import { azureIdentityAttempts } from './peers/azure-identity.js';
import { startDiscoveryProxy } from './peers/discovery-proxy.js';
import { isInstalled, runProgram } from './peers/run-program.js';

// Clients that we did not write get tokens from the emulator, and call the sample API with them: what shows that the
// emulator is faithful. Prints a table; ends with 1 if any of them failed.

const PUBLIC_CLOUD = 'login.microsoftonline.com';

const directory = await mkdtemp(join(tmpdir(), 'entra-peers-'));
const emulator = await startEmulator({ hostNames: [PUBLIC_CLOUD] });
const proxy = await startDiscoveryProxy(PUBLIC_CLOUD, emulator.entra.origin);
try {
  process.exitCode = (await compare()) ? 0 : 1;
} finally {
  await Promise.all([proxy.close(), emulator.close()]);
  await rm(directory, { recursive: true });
}

async function compare(): Promise<boolean> {
  const sample = await sampleDirectory(emulator);
  answerAsResourceManager(emulator, sample);
  const getAssertion = () => requestAssertion(emulator, sample);
  const [caPath, certificatePath, tokenFilePath] = await Promise.all([
    write('ca.pem', emulator.caCertificate),
    write('client.pem', sample.certificatePem),
    write('federated-token', await getAssertion()),
  ]);

  const attempts = azureIdentityAttempts({ emulator, sample, getAssertion, tokenFilePath });
  const hasAz = await isInstalled('az', '--version');
  if (hasAz) {
    const proxyAddress = proxy.address;
    attempts.push(
      ...azureCliAttempts({ emulator, sample, getAssertion, caPath, certificatePath, directory, proxyAddress }),
    );
  }

  printRow('peer', 'credential', 'token', 'API', 'time');
  let allSucceeded = true;
  for (const attempt of attempts) {
    if (!(await succeeds(attempt, sample.apiUrl, caPath))) allSucceeded = false;
  }
  if (!hasAz) process.stdout.write('az             (not installed: not compared)\n');
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

/** A login of the Azure CLI lists the subscriptions; here there are none. */
function answerAsResourceManager({ api, directory: entraDirectory }: Emulator, { tenant }: SampleDirectory): void {
  const manager = entraDirectory.findResource(tenant, 'https://management.azure.com');
  if (manager === undefined) throw new Error('The directory lacks Azure Resource Manager.');
  api.protect('/subscriptions', { tenant, resource: manager.application, answer: { value: [] } });
}

async function write(name: string, content: string): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, content, { mode: 0o600 });
  return path;
}

function printRow(peer: string, credential: string, token: string, api: string, time: string): void {
  process.stdout.write(`${peer.padEnd(16)} ${credential.padEnd(18)} ${token.padEnd(6)} ${api.padEnd(4)} ${time}\n`);
}
