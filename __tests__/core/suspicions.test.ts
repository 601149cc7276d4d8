import { describe, expect, test } from '@jest/globals';
import { givenInputs } from '../../packages/core/src/contract/given-inputs.js';
import { findSuspicions } from '../../packages/core/src/contract/suspicions.js';
import { recordingPlatform } from './recording-platform.js';

const guid = '12345678-9abc-def0-1234-56789abcdef0';
const clientId = '66666666-7777-8888-9999-000000000000';
const ordinary = {
  'tenant-id': 'contoso.onmicrosoft.com',
  'client-id': clientId,
  scope: 'api://inventory/.default',
  'client-secret': 'Abc8Q~dEfGhIjKlMnOpQrStUvWxYz.0123_45-67',
};

type Options = Parameters<typeof recordingPlatform>[1];

function suspicionsOf(given: Readonly<Record<string, string>>, options?: Options) {
  return findSuspicions(givenInputs(recordingPlatform({ ...ordinary, ...given }, options)));
}

test('an ordinary step is not suspicious', () => {
  expect(suspicionsOf({})).toEqual([]);
});

describe('a client secret', () => {
  test.each([
    [guid, "Likely client-secret is the secret's id: it has the form of a GUID, as ids have and values have not."],
    [
      guid.toUpperCase(),
      "Likely client-secret is the secret's id: it has the form of a GUID, as ids have and values have not.",
    ],
    [
      '"Abc8Q~dEf.0123"',
      'Likely the quotation marks around client-secret were stored with it, and do not belong to it.',
    ],
    [
      "'Abc8Q~dEf.0123'",
      'Likely the quotation marks around client-secret were stored with it, and do not belong to it.',
    ],
    [
      '`Abc8Q~dEf.0123`',
      'Likely the quotation marks around client-secret were stored with it, and do not belong to it.',
    ],
    ['Abc8Q~dEf.0123\\n', 'Likely the \\n at the end of client-secret was stored with it, and does not belong to it.'],
    [
      'Abc8Q~dEf.0123\\r\\n',
      'Likely the \\n at the end of client-secret was stored with it, and does not belong to it.',
    ],
    [
      '$CLIENT_SECRET',
      'Likely client-secret is the name of a variable, which nobody replaces by its value here: it has the form of one.',
    ],
    [
      ['$', '{CLIENT_SECRET}'].join(''),
      'Likely client-secret is the name of a variable, which nobody replaces by its value here: it has the form of one.',
    ],
    [
      '$env:CLIENT_SECRET',
      'Likely client-secret is the name of a variable, which nobody replaces by its value here: it has the form of one.',
    ],
    [
      '$(clientSecret)',
      'Likely client-secret is the name of a variable, which nobody replaces by its value here: it has the form of one.',
    ],
    [
      'CLIENT_SECRET: Abc8Q~dEf.0123',
      'Likely client-secret was stored with text around it: it has white space within, and values have none.',
    ],
    [
      'Abc8Q~dEf\n.0123',
      'Likely client-secret was stored with text around it: it has white space within, and values have none.',
    ],
  ])('%j', (secret, sentence) => {
    const suspicions = suspicionsOf({ 'client-secret': secret });
    expect(suspicions).toEqual([{ explains: ['wrong-secret'], sentence, isLikely: true }]);
    expect(JSON.stringify(suspicions)).not.toContain(secret.slice(1, -1));
  });

  test.each([
    'Abc8Q~dEfGhIjKlMnOpQrStUvWxYz.0123_45-67',
    'a~.-_8Q~AbCdEfGhIjKlMnOpQrStUvWxYz012345',
    `  ${ordinary['client-secret']}\n`,
    `${guid}0`,
    guid.replaceAll('-', ''),
    '"Abc8Q~dEf.0123',
    "Abc8Q~'dEf'.0123",
    '"',
    'Abc8Q~dEfn',
    'Abc$CLIENT_SECRET',
    'chosen-by-hand!',
  ])('%j could be right', secret => {
    expect(suspicionsOf({ 'client-secret': secret })).toEqual([]);
  });

  test('is spelled as the platform spells it', () => {
    const [suspicion] = suspicionsOf({ 'client-secret': guid }, { name: 'azure-pipelines' });
    expect(suspicion?.sentence).toMatch(/^Likely clientSecret is the secret's id/);
  });
});

describe('no credential', () => {
  const none = { 'client-secret': '' };
  const emptySecret = {
    isLikely: false,
    explains: ['id-token-permission', 'no-federated-credential'],
    sentence:
      'No secret or certificate arrived, so the job was to prove its own identity. If the step is given one, it is empty: look at the name of the secret.',
  };

  test.each(['', 'auto'])('with credential: %j may be an empty secret', credential => {
    expect(suspicionsOf({ ...none, credential })).toEqual([emptySecret]);
  });

  test.each<[string, Record<string, string>]>([
    ['the identity of the job was asked for', { credential: 'oidc' }],
    ['an audience for it is named', { audience: 'api://AzureADTokenExchangeUSGov' }],
    ['a certificate is given', { certificate: 'PEM' }],
  ])('where %s it is meant', (_why, given) => {
    expect(suspicionsOf({ ...none, ...given })).toEqual([]);
  });
});

describe('a tenant', () => {
  test.each([
    ['contoso.onmicrosft.com', 'contoso.onmicrosoft.com'],
    ['contoso.omnicrosoft.com', 'contoso.onmicrosoft.com'],
    ['contoso.onmicrosoft.con', 'contoso.onmicrosoft.com'],
    ['contoso.onmicrosoft', undefined],
    ['contoso.onmicrosof.us', 'contoso.onmicrosoft.us'],
    ['Contoso-1.OnMicrosot.com', 'Contoso-1.onmicrosoft.com'],
  ])('%s: %s is meant', (tenant, meant) => {
    expect(suspicionsOf({ 'tenant-id': tenant })).toEqual(
      meant === undefined
        ? []
        : [
            {
              explains: ['tenant-not-found', 'tenant-malformed'],
              sentence: `Likely a typing error in tenant-id: '${tenant}' is almost '${meant}'.`,
              mended: `tenant-id: ${meant}`,
              isLikely: true,
            },
          ],
    );
  });

  test.each([
    'contoso.com',
    'contoso.onmicrosoft.com',
    'CONTOSO.ONMICROSOFT.COM',
    'contoso.co.uk',
    'microsoft.com',
    'contoso.mail.onmicrosoft.com',
    'contoso.partner.onmschina.cn',
    'contoso.onmicrosoft.us',
    'contoso.onmicrosoft.de',
    guid,
  ])('%s could be right', tenant => {
    expect(suspicionsOf({ 'tenant-id': tenant })).toEqual([]);
  });

  test('that is the client id too', () => {
    expect(suspicionsOf({ 'tenant-id': clientId })).toEqual([
      {
        explains: ['app-not-found', 'tenant-not-found', 'client-id-malformed', 'app-of-another-tenant'],
        sentence: `tenant-id and client-id are the same, ${clientId}: one of them is the other's.`,
        isLikely: true,
      },
    ]);
  });

  test("that comes from the Azure SDKs' variable", () => {
    const options = { environment: { AZURE_TENANT_ID: 'contoso.onmicrosft.com' } };
    expect(suspicionsOf({ 'tenant-id': '' }, options)).toHaveLength(1);
  });
});

describe('a scope', () => {
  const itself = expect.objectContaining({
    explains: expect.arrayContaining(['resource-not-found', 'role-missing', 'token-role-missing', 'api-forbidden']),
    sentence:
      'Likely scope should name the API: it is the client id of the app that asks, so the token is for that app itself.',
    isLikely: true,
  });

  test.each([
    clientId,
    `${clientId}/.default`,
    `api://${clientId}`,
    `api://${clientId.toUpperCase()}/.default`,
    `stock=api://${clientId}/.default`,
    `graph\r\n${clientId}`,
  ])('%j is the app itself', scope => {
    expect(suspicionsOf({ scope })).toEqual([itself]);
  });

  test.each([guid, `${guid}/.default`, `stock = ${guid}`.replace(' = ', '='), `graph\n${guid}`])(
    '%j is another app, unless it is no app at all',
    scope => {
      expect(suspicionsOf({ scope })).toEqual([
        {
          explains: ['resource-not-found'],
          sentence:
            'scope is a GUID: it has to be the application (client) id of the API, and not an object id or the id of the tenant.',
          isLikely: true,
        },
      ]);
    },
  );

  test.each(['graph', 'devops', `api://${guid}/.default`, `api://${clientId}/access_as_user`, `api://${clientId}-api`])(
    '%j could be right',
    scope => {
      expect(suspicionsOf({ scope })).toEqual([]);
    },
  );

  test('is not compared with a client id that is not given', () => {
    expect(suspicionsOf({ scope: 'api://', 'client-id': '' })).toEqual([]);
  });
});

describe('a federated token', () => {
  const none = { 'client-secret': '', credential: 'federated-token' };
  const explains = ['assertion-malformed', 'assertion-for-another-tenant', 'certificate-unknown'];

  test.each([
    ['"eyJh.eyJp.c2ln"', 'Likely the quotation marks around federated-token do not belong to it.'],
    [
      'Bearer eyJh.eyJp.c2ln',
      'Likely federated-token is not the token alone: a JWT has three parts with dots between them.',
    ],
    [
      '{"value":"eyJh.eyJp.c2ln"}',
      'Likely federated-token is not the token alone: a JWT has three parts with dots between them.',
    ],
    ['eyJh.eyJp', 'Likely federated-token is not the token alone: a JWT has three parts with dots between them.'],
  ])('%j', (token, sentence) => {
    const suspicions = suspicionsOf({ ...none, 'federated-token': token });
    expect(suspicions).toEqual([{ explains, sentence, isLikely: true }]);
    expect(JSON.stringify(suspicions)).not.toContain('eyJ');
  });

  test.each(['eyJh.eyJp.c2ln', ' eyJh-_.eyJp.c2ln_-\n'])('%j is one', token => {
    expect(suspicionsOf({ ...none, 'federated-token': token })).toEqual([]);
  });
});
