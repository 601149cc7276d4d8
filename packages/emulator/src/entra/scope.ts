import { Refusal } from './refusal.js';

const DEFAULT = '/.default';

/**
 * The resource that an app-only request's scope names, without its `/.default`.
 * @throws Refusal 70011 (malformed), 28000 (more than one resource), 1002012 (anything but `/.default`)
 */
export function resourceOfDefaultScope(scope: string): string {
  const scopes = scope.split(' ').filter(part => part !== '');
  const resources = new Set(scopes.map(part => resourceOf(part, scope)));
  const [resource] = resources;
  if (resource === undefined) throw malformed(scope);
  if (resources.size > 1) {
    throw new Refusal(28000, `The value of the parameter scope is not valid: '${scope}' names more than one resource.`);
  }
  return resource;
}

function resourceOf(part: string, scope: string): string {
  // The characters of a scope token: RFC 6749, section 3.3.
  if (!/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(part)) throw malformed(part);
  if (!part.endsWith(DEFAULT)) {
    throw new Refusal(
      1002012,
      `The scope '${scope}' is not valid. A client credentials request needs the resource's identifier ` +
        `(its Application ID URI) with ${DEFAULT} added to it.`,
    );
  }
  const resource = part.slice(0, -DEFAULT.length);
  if (resource === '' || resource.endsWith(DEFAULT)) throw malformed(part);
  return resource;
}

function malformed(scope: string): Refusal {
  return new Refusal(
    70011,
    `The value of the input parameter 'scope' is not valid. The scope '${scope}' is not valid.`,
  );
}
