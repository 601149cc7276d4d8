import type { Cloud } from '../authority/clouds.js';
import { isResourceAlias, resourceAliases, resourceOf } from '../authority/resource-aliases.js';
import type { GivenInputs } from './given-inputs.js';
import { isGuid } from './is-guid.js';
import { namedTokenOutput, outputs } from './outputs.js';
import { type ScopeLine, scopeLines } from './scope-lines.js';
import { type ScopeRequest, scopeKey } from './scope-request.js';
import { spell } from './spelling.js';

/** Scopes of OpenID Connect; they go along with those of any resource. */
const openIdScopes = ['openid', 'profile', 'email', 'offline_access'];

/** What a scope may be depends on whose token it is for. */
export interface ScopeRules {
  readonly cloud: Cloud;
  /** A user takes part, so single permissions can be asked for; an app alone gets all it was granted. */
  readonly delegated: boolean;
}

/** Reads the scopes, one a line; reports what cannot be a scope and names that would share an output. */
export function parseScopes(given: GivenInputs, rules: ScopeRules): ScopeRequest[] {
  const lines = scopeLines(given.value('scope'));
  if (lines.length === 0) {
    given.report('scope', `is missing. Name a resource (api://inventory) or an alias: ${aliasList()}.`);
    return [];
  }
  const scopes = lines.flatMap(line => parseLine(line, given, rules) ?? []);
  reportSharedOutputs(scopes, given);
  return scopes;
}

function parseLine({ name, written }: ScopeLine, given: GivenInputs, rules: ScopeRules): ScopeRequest | undefined {
  const parts = written.split(/\s+/);
  const scopes = parts.map(part => parseScope(part, rules));
  const problem = scopes.find(scope => 'problem' in scope) ?? problemTogether(parts, scopes.flatMap(resourceIn), rules);
  if (problem && 'problem' in problem) {
    given.report('scope', problem.problem, 'mended' in problem ? problem.mended : undefined);
    return undefined;
  }
  const values = scopes.flatMap(scope => ('value' in scope ? scope.value : []));
  const alias = isResourceAlias(written) ? written : undefined;
  return { name: name ?? alias, written, value: values.join(' ') };
}

interface ScopeProblem {
  readonly problem: string;
  /** The input's value as it would be right, where that is known. */
  readonly mended?: string;
}

type Scope = { readonly resource: string | undefined; readonly value: string } | ScopeProblem;

function parseScope(text: string, { cloud, delegated }: ScopeRules): Scope {
  if (isResourceAlias(text)) {
    const resource = resourceOf(text, cloud);
    if (resource !== undefined) return { resource, value: `${resource}/.default` };
    return { problem: `'${text}' stands for no resource of the cloud '${cloud}'. Write the resource itself.` };
  }
  if (delegated && openIdScopes.includes(text)) return { resource: undefined, value: text };
  if (!isResource(text)) {
    return { problem: `'${text}' is neither a resource (api://inventory) nor an alias (${aliasList()}).` };
  }
  if (text.endsWith('/.default')) return { resource: text.replace(/\/\.default$/, ''), value: text };
  const permission = permissionIn(text);
  if (delegated && permission) return { resource: permission.resource, value: text };
  if (permission && isFirstParty(permission.resource)) {
    const mended = `${permission.resource}/.default`;
    return { problem: `'${text}' is a permission of a user. An app alone asks for ${mended}.`, mended };
  }
  return { resource: text, value: `${text}/.default` };
}

/** A resource is a URI or the GUID of an application, perhaps with a permission behind it. */
function isResource(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(text) || isGuid(text.replace(/\/[^/]+$/, ''));
}

/** The last part of a scope that has a path; what is before it is the resource. */
function permissionIn(text: string): { readonly resource: string } | undefined {
  const [, resource] = /^([a-z][a-z0-9+.-]*:\/\/[^/]+(?:\/.*)?|[0-9a-f-]{36})\/[^/]+$/i.exec(text) ?? [];
  return resource === undefined ? undefined : { resource };
}

function isFirstParty(resource: string): boolean {
  const addresses: string[] = Object.values(resourceAliases).flatMap(byCloud => Object.values(byCloud));
  return addresses.includes(resource);
}

function resourceIn(scope: Scope): string[] {
  return 'resource' in scope && scope.resource !== undefined ? [scope.resource] : [];
}

/** What is wrong with the scopes of one line together. */
function problemTogether(
  parts: readonly string[],
  resources: readonly string[],
  { delegated }: ScopeRules,
): ScopeProblem | undefined {
  const [first, second] = new Set(resources);
  if (first !== undefined && second !== undefined) {
    return {
      problem: `'${parts.join(' ')}' names two resources, ${first} and ${second}, and a token is for one. Write each on a line of its own.`,
      mended: ['|', ...parts.map(part => `  ${part}`)].join('\n'),
    };
  }
  if (first === undefined) return { problem: `'${parts.join(' ')}' names no resource. Add one, such as graph.` };
  if (parts.length > 1 && !delegated) {
    return {
      problem: `'${parts.join(' ')}' is more than one scope, and an app alone asks for ${first}/.default.`,
      mended: `${first}/.default`,
    };
  }
  return undefined;
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
