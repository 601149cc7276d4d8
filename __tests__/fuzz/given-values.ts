import { existsOn, type InputDeclaration, inputs, type PlatformName } from '@entra-token/core';
import fc from 'fast-check';
import { secrets } from './secrets.js';

/** What the values of secret inputs hold, and no message may. */
export const secretMark = 'Zq7~marked';

const guid = fc.uuid();
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30, size: 'max' }),
  fc.string({ maxLength: 12, size: 'max' }),
  fc.constantFrom('$(unknown)', '$(a', ' ', '\n', '\0', '0', '-1', '1e9', '__proto__', 'constructor', 'common', ','),
);
const address = fc.oneof(
  fc.webUrl(),
  fc.constantFrom(
    'https://',
    'https://a:b@host',
    'http://host',
    'https://host/adfs',
    'https://[',
    '//host',
    'https://ü.de',
  ),
);
const scope = fc
  .array(
    fc.oneof(
      text,
      address,
      guid,
      fc.constantFrom(
        'graph',
        'arm',
        'devops',
        'sql',
        'x=graph',
        'x=arm',
        'graph arm',
        'openid',
        '/.default',
        '=',
        'a=',
      ),
      fc.constantFrom('api://inventory', 'api://inventory/.default', 'api://inventory/Items.Read openid'),
    ),
    { maxLength: 4, size: 'max' },
  )
  .map(lines => lines.join('\n'));

/** Values that an input may well have, so that parsing comes far. */
function likely({ name, boolean, choices, secret }: InputDeclaration): fc.Arbitrary<string> {
  if (secret) return secrets.map(value => `${secretMark}${value}`);
  if (choices) return fc.constantFrom(...choices.map(({ value }) => value));
  if (boolean) return fc.constantFrom('true', 'false', 'TRUE', 'yes');
  if (name === 'scope') return scope;
  if (/url|host$/.test(name)) return address;
  if (/timeout|lifetime/.test(name)) return fc.integer({ min: -1, max: 30_000 }).map(String);
  if (/-path$|-file$/.test(name)) return fc.constantFrom('/', '/no/such/file', '.', 'a\0b', '');
  return fc.oneof(guid, fc.domain());
}

/** Every input a step on this platform may have, by its name in the contract. */
export function givenValues(platform: PlatformName): fc.Arbitrary<Record<string, string>> {
  const declared: readonly InputDeclaration[] = inputs;
  const entries = declared
    .filter(input => existsOn(platform, input))
    .map(input => {
      const any = input.secret ? text.map(value => `${secretMark}${value}`) : text;
      // Inputs that all kinds of credential share are mostly given, the others seldom: or no request would be complete.
      const absent = { weight: input.credentials ? 12 : 1, arbitrary: fc.constant('') };
      const present = { weight: 2, arbitrary: likely(input) };
      return [
        input.name,
        fc.oneof(absent, present, { weight: 1, arbitrary: input.secret || !isPath(input) ? any : likely(input) }),
      ] as const;
    });
  return fc.record(Object.fromEntries(entries));
}

/** A path of any characters could be a device that never ends. */
function isPath({ name }: InputDeclaration): boolean {
  return /-path$|-file$/.test(name);
}

const proof = fc.oneof(
  fc.record({ kind: fc.constant('client-secret' as const), clientSecret: fc.string() }),
  fc.record({ kind: fc.constant('certificate' as const), pem: secrets }),
  fc.record({ kind: fc.constant('oidc' as const) }),
  fc.record({ kind: fc.constant('managed-identity' as const) }),
);

/** What a service connection may hold. */
export const serviceConnections = fc.record({
  id: guid,
  tenantId: fc.option(fc.oneof(guid, text), { nil: undefined }),
  clientId: fc.option(fc.oneof(guid, text), { nil: undefined }),
  cloud: fc.constantFrom('public' as const, 'usgov' as const, 'china' as const, undefined),
  authorityHost: fc.option(fc.oneof(address, text), { nil: undefined }),
  proof,
});

/** Variables of the Azure SDKs, as a machine may have them. */
export const environments = fc.record(
  {
    AZURE_TENANT_ID: fc.oneof(guid, text),
    AZURE_CLIENT_ID: fc.oneof(guid, text),
    AZURE_AUTHORITY_HOST: fc.oneof(address, text),
    AZURE_FEDERATED_TOKEN_FILE: text,
  },
  { requiredKeys: [] },
);
