/**
 * The environment that a runner's own process has: only what every machine has, and what the caller adds. Nothing else of
 * the parent's environment gets in, and never NODE_OPTIONS.
 */
export function cleanEnvironment(added: Readonly<Record<string, string>> = {}): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const name of ['PATH', 'HOME', 'LANG']) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  const { NODE_OPTIONS: _, ...rest } = added;
  return { ...environment, ...rest };
}
