import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Emulator } from './emulator.js';
import type { SampleDirectory } from './sample-directory.js';

/** The paths of what clients of a running emulator read from files. */
export interface SampleFiles {
  /** A new directory that holds all of them. */
  readonly directory: string;
  /** The certificate authority, PEM. */
  readonly ca: string;
  /** The client's certificate and key, PEM. */
  readonly certificate: string;
  /** A shell script that exports what a GitHub Actions job has. */
  readonly github: string;
  /** A shell script that exports what an Azure Pipelines job has. */
  readonly azurePipelines: string;
}

/** Writes the files, readable by the current user only. */
export async function writeSampleFiles(emulator: Emulator, sample: SampleDirectory): Promise<SampleFiles> {
  const directory = await mkdtemp(join(tmpdir(), 'entra-emulator-'));
  const write = async (name: string, content: string) => {
    const path = join(directory, name);
    await writeFile(path, content, { mode: 0o600 });
    return path;
  };
  const github = emulator.github.startJob(sample.githubJob);
  const azureDevOps = emulator.azureDevOps.startJob(sample.azureDevOpsJob);
  return {
    directory,
    ca: await write('ca.pem', emulator.caCertificate),
    certificate: await write('client.pem', sample.certificatePem),
    github: await write(
      'github.sh',
      exports({
        ACTIONS_ID_TOKEN_REQUEST_URL: github.requestUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: github.requestToken,
      }),
    ),
    azurePipelines: await write(
      'azure-pipelines.sh',
      exports({
        SYSTEM_OIDCREQUESTURI: azureDevOps.oidcRequestUri,
        // Where the agent puts the job's token for every task.
        ENDPOINT_AUTH_PARAMETER_SYSTEMVSSCONNECTION_ACCESSTOKEN: azureDevOps.jobToken,
      }),
    ),
  };
}

function exports(variables: Record<string, string>): string {
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}='${value}'\n`)
    .join('');
}
