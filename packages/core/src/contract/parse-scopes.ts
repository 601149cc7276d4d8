import type { Cloud } from '../authority/clouds.js';
import { isResourceAlias, resourceAliases, resourceOf } from '../authority/resource-aliases.js';
import type { GivenInputs } from './given-inputs.js';
import { namedTokenOutput, outputs } from './outputs.js';
import { type ScopeRequest, scopeKey } from './scope-request.js';
import { spell } from './spelling.js';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const namedScope = /^([A-Za-z][A-Za-z0-9-]*)=(.*)$/;

/** Reads the scopes, one a line; reports what cannot be a scope and names that would share an output. */
export function parseScopes(given: GivenInputs, cloud: Cloud): ScopeRequest[] {
  const lines = given
    .value('scope')
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '');
  if (lines.length === 0) {
    given.report('scope', `is missing. Name a resource (api://inventory) or an alias: ${aliasList()}.`);
    return [];
  }
  const scopes = lines.flatMap(line => parseLine(line, given, cloud) ?? []);
  reportSharedOutputs(scopes, given);
  return scopes;
}

function parseLine(line: string, given: GivenInputs, cloud: Cloud): ScopeRequest | undefined {
  const [, name, rest] = namedScope.exec(line) ?? [];
  const written = (rest ?? line).trim();
  if (/\s/.test(written)) {
    given.report('scope', `'${written}' is more than one scope. Write each on a line of its own.`);
    return undefined;
  }
  if (isResourceAlias(written)) {
    const resource = resourceOf(written, cloud);
    if (resource !== undefined) return { name: name ?? written, written, value: `${resource}/.default` };
    given.report('scope', `'${written}' stands for no resource of the cloud '${cloud}'. Write the resource itself.`);
    return undefined;
  }
  if (!isResource(written)) {
    given.report('scope', `'${written}' is neither a resource (api://inventory) nor an alias (${aliasList()}).`);
    return undefined;
  }
  return { name, written, value: written.endsWith('/.default') ? written : `${written}/.default` };
}

/** A resource is a URI or the GUID of an application, perhaps with `/.default`. */
function isResource(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(text) || guid.test(text.replace(/\/\.default$/, ''));
}

function aliasList(): string {
  return Object.keys(resourceAliases).join(', ');
}

/** Both platforms take the names of outputs without regard to case. */
function reportSharedOutputs(scopes: readonly ScopeRequest[], given: GivenInputs): void {
  const taken = new Set<string>(outputs.map(({ name }) => spell(name, given.platform).toLowerCase()));
  for (const scope of scopes) {
    const output = scope.name === undefined ? scope.written : spell(namedTokenOutput(scope.name), given.platform);
    if (taken.has(output.toLowerCase())) {
      given.report(
        'scope',
        `'${scopeKey(scope)}' would be the second token in one output. Give each scope its own name.`,
      );
    }
    taken.add(output.toLowerCase());
  }
}
