/** One output, declared once for both platforms. */
export interface OutputDeclaration {
  /** kebab-case; `spell` gives the platform's form. */
  readonly name: string;
  readonly help: string;
  /** It holds a token: masked, and a secret variable on Azure Pipelines. */
  readonly secret: boolean;
}

export const outputs = [
  { name: 'access-token', help: 'The access token for the first scope.', secret: true },
  {
    name: 'authorization-header',
    help: 'The value of an `Authorization` header with that token: `Bearer …`.',
    secret: true,
  },
  { name: 'token-type', help: 'The type of that token, as Entra names it: `Bearer`.', secret: false },
  { name: 'expires-on', help: 'When that token expires, RFC 3339 in UTC.', secret: false },
  { name: 'expires-in', help: 'Seconds until that token expires.', secret: false },
  {
    name: 'access-tokens',
    help: 'All tokens as JSON, from the name of each scope (or the scope as written, without one) to its token.',
    secret: true,
  },
  {
    name: 'refresh-token',
    help: 'The refresh token, where the grant returns one: rotated, to be stored in the place of the one before.',
    secret: true,
  },
] as const satisfies readonly OutputDeclaration[];

export type OutputName = (typeof outputs)[number]['name'];

/** The output, besides the declared ones, that holds the token of a named scope. */
export function namedTokenOutput(scopeName: string): string {
  return `access-token-${scopeName}`;
}
