import { readdir, readFile } from 'node:fs/promises';

/** A process that outlived its step. */
export interface Orphan {
  readonly pid: number;
  readonly name: string;
}

/**
 * Finds the processes whose environment carries `name=value` and kills them, as both runners do at the end of a job.
 * https://github.com/actions/runner/blob/main/src/Runner.Worker/JobExtension.cs (Linux only, through /proc)
 */
export async function terminateOrphans(name: string, value: string): Promise<Orphan[]> {
  const entries = await readdir('/proc').catch(() => []);
  const pids = entries.filter(entry => /^\d+$/.test(entry)).map(Number);
  const found = await Promise.all(pids.map(pid => inspect(pid, `${name}=${value}`)));
  const orphans = found.filter(orphan => orphan !== undefined);
  for (const { pid } of orphans) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
  return orphans;
}

async function inspect(pid: number, marker: string): Promise<Orphan | undefined> {
  if (pid === process.pid) return undefined;
  try {
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8');
    if (!environment.split('\0').includes(marker)) return undefined;
    return { pid, name: (await readFile(`/proc/${pid}/comm`, 'utf8')).trim() };
  } catch {
    return undefined;
  }
}
