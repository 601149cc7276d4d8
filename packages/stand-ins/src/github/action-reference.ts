/** Finds the directory that `uses` stands for: exactly, or by the name without `@ref`. Null: the step does nothing. */
export function findAction(uses: string, actions: Readonly<Record<string, string | null>>): string | null {
  for (const key of [uses, uses.split('@')[0] ?? uses]) {
    const found = actions[key];
    if (found !== undefined) return found;
  }
  throw new Error(`Unable to resolve action \`${uses}\`, unable to find it among the actions of this job`);
}

/** The `github.action` of a step without an id: `__self`, `__org_name`, `__run`; a number tells repeated ones apart. */
export function generatedActionName(uses: string | undefined, used: Set<string>): string {
  const base = uses === undefined ? '__run' : uses.startsWith('./') ? '__self' : `__${nameOf(uses)}`;
  let name = base;
  for (let count = 2; used.has(name); count += 1) name = `${base}_${count}`;
  used.add(name);
  return name;
}

function nameOf(uses: string): string {
  return (uses.split('@')[0] ?? uses).replaceAll(/[^A-Za-z0-9-]/g, '_');
}
