import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '../world.js';

/** The public hosts that the pages call. */
export const publicHosts = ['graph.microsoft.com', 'management.azure.com', 'api.powerplatform.com'];

/** A machine on which pasted text stays as it is: what is special about it is in its environment only. */
export interface RecipeMachine {
  readonly env: Readonly<Record<string, string>>;
  /** What a recipe stored with `gh` or `az` since the last call. */
  takeStored(): string | undefined;
  remove(): void;
}

/** Prepares a machine whose `curl` finds the emulator's API behind the public hosts. */
export function recipeMachine({ emulator, machineEnv }: World): RecipeMachine {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-machine-'));
  const stored = join(folder, 'stored');
  const { host } = new URL(emulator.api.origin);
  const program = (name: string, script: string) => {
    writeFileSync(join(folder, name), `#!/bin/sh\nset -e\n${script}`);
    chmodSync(join(folder, name), 0o755);
  };
  writeFileSync(join(folder, '.curlrc'), publicHosts.map(name => `connect-to = "${name}:443:${host}"\n`).join(''));
  program('gh', `[ "$1 $2 $3" = "secret set ENTRA_REFRESH_TOKEN" ]; [ -n "$GH_TOKEN" ]; cat > '${stored}'\n`);
  // Like the real one, which prints the value that it sets:
  // https://github.com/Azure/azure-devops-cli-extension/blob/master/azure-devops/azext_devops/dev/pipelines/variable_group.py
  program(
    'az',
    `case "$*" in "pipelines variable-group variable update "*" --name refreshToken --secret true --prompt-value true") ;; *) exit 2 ;; esac
[ -n "$AZURE_DEVOPS_EXT_PAT" ]; printf %s "$AZURE_DEVOPS_EXT_PIPELINE_VAR_refreshToken" | tee '${stored}'\n`,
  );

  return {
    env: {
      ...machineEnv,
      AZURE_AUTHORITY_HOST: emulator.entra.origin,
      CURL_HOME: folder,
      PATH: `${folder}:${process.env['PATH'] ?? ''}`,
    },
    takeStored() {
      if (!existsSync(stored)) return undefined;
      const value = readFileSync(stored, 'utf8');
      rmSync(stored);
      return value;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
