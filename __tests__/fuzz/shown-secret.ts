import fc from 'fast-check';

/** A way to write a secret down, with text before and behind it. */
type Writing = (secret: string, before: string, after: string) => string;

const bytes =
  (encoding: 'base64' | 'base64url'): Writing =>
  (secret, before, after) =>
    Buffer.from(`${before}${secret}${after}`).toString(encoding);

const between =
  (write: (secret: string) => string): Writing =>
  (secret, before, after) =>
    `${before}${write(secret)}${after}`;

const field = (secret: string) => new URLSearchParams({ v: secret }).toString().slice(2);
const lowerCase = (encoded: string) => encoded.replace(/%../g, code => code.toLowerCase());
const isToken = (secret: string) => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(secret);
const basicUsers = ['', 'user', 'token', 'oauth2', 'x-access-token', 'x-token-auth', 'AzureDevOps', 'PAT'];

const writings: Readonly<Record<string, Writing>> = {
  whole: between(secret => secret),
  'line ends of Windows': between(secret => secret.replace(/\r?\n/g, '\r\n')),
  'one line': between(secret => secret.split(/[\r\n]/).at(-2) ?? secret),
  'part of a token': between(secret => (isToken(secret) ? secret.split('.').at(-1) : undefined) ?? secret),
  base64: bytes('base64'),
  base64url: bytes('base64url'),
  'base64 alone': between(secret => Buffer.from(secret).toString('base64')),
  'URL-encoded': between(secret => encodeURIComponent(secret)),
  'URL-encoded in lower case': between(secret => lowerCase(encodeURIComponent(secret))),
  'field of a form': between(field),
  'field of a form in lower case': between(secret => lowerCase(field(secret))),
  'JSON-escaped': between(secret => JSON.stringify({ secret })),
  ...Object.fromEntries(
    basicUsers.map(user => [
      `Basic with the user '${user}'`,
      between(secret => `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`),
    ]),
  ),
};

/** How a secret is shown in a log, and what stands around it. */
export const shownSecrets = fc
  .record({
    how: fc.constantFrom(...Object.keys(writings)),
    before: fc.string({ unit: 'binary', maxLength: 12, size: 'max' }),
    after: fc.string({ unit: 'binary', maxLength: 12, size: 'max' }),
  })
  .map(({ how, before, after }) => ({
    how,
    before,
    after,
    text: (secret: string) => writings[how]?.(secret, before, after) ?? secret,
  }));
