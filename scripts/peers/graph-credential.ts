import type { FederatedCredential } from '@entra-token/emulator';

/** What Microsoft Graph answers with 400 instead of creating a federated credential. */
export class InvalidCredential extends Error {
  override readonly name = 'InvalidCredential';
}

const PROPERTIES = ['name', 'issuer', 'subject', 'audiences', 'description'];

/**
 * Reads a federated credential as strictly as Microsoft Graph documents it:
 * https://learn.microsoft.com/graph/api/resources/federatedidentitycredential
 * @throws InvalidCredential
 */
export function parseCredential(body: string): FederatedCredential {
  const posted = parseObject(body);
  const unknown = Object.keys(posted).find(property => !PROPERTIES.includes(property));
  if (unknown !== undefined) throw new InvalidCredential(`There is no property '${unknown}'.`);

  const name = textOf(posted, 'name', 120);
  if (!/^[A-Za-z0-9][\w-]{2,}$/.test(name)) throw new InvalidCredential(`The name '${name}' is not valid.`);
  const audiences = posted['audiences'];
  if (!Array.isArray(audiences) || audiences.length !== 1) throw new InvalidCredential('There must be one audience.');
  return {
    name,
    issuer: textOf(posted, 'issuer', 600),
    subject: textOf(posted, 'subject', 600),
    audiences: [textOf({ audience: audiences[0] }, 'audience', 600)],
  };
}

function parseObject(body: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null) return { ...parsed };
  } catch {}
  throw new InvalidCredential('The body is no JSON object.');
}

function textOf(values: Record<string, unknown>, property: string, limit: number): string {
  const value = values[property];
  if (typeof value !== 'string' || value === '' || value.length > limit) {
    throw new InvalidCredential(`The ${property} must be a text of 1 to ${limit} characters.`);
  }
  return value;
}
