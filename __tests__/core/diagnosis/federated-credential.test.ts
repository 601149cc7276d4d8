import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { federatedCredential } from '../../../packages/core/src/diagnosis/federation/federated-credential.js';
import { safeText } from '../../../packages/core/src/report/safe-text.js';
import { githubClaims, presented } from './presented.js';

const clientId = '66666666-7777-8888-9999-000000000000';
const app = { clientId, authority: { cloud: 'usgov', url: 'https://login.microsoftonline.us/contoso.com' } } as const;

test('is JSON for a file, and the command that reads it', () => {
  expect(federatedCredential(presented(githubClaims), app)).toEqual({
    json: [
      '{',
      '  "name": "contoso-inventory-ref-refs-heads-main",',
      '  "issuer": "https://token.actions.githubusercontent.com",',
      '  "subject": "repo:contoso/inventory:ref:refs/heads/main",',
      '  "audiences": [',
      '    "api://AzureADTokenExchange"',
      '  ]',
      '}',
    ].join('\n'),
    file: 'credential.json',
    command: `az ad app federated-credential create --id ${clientId} --parameters credential.json`,
  });
});

test.each([
  ['repo:contoso/inventory:environment:production', 'contoso-inventory-environment-production'],
  ['repo:contoso@1/inventory@2:pull_request', 'contoso-1-inventory-2-pull-request'],
  ['sc://contoso/inventory/production', 'sc-contoso-inventory-production'],
  ['/eid1/c/pub/t/a_b/a/c/sc/d/e', 'eid1-c-pub-t-a-b-a-c-sc-d-e'],
  ['ab', 'pipeline-ab'],
  ['日本', 'pipeline'],
  ['x'.repeat(200), 'x'.repeat(120)],
  [`${'x'.repeat(119)}/${'y'.repeat(9)}`, 'x'.repeat(119)],
])('the name for %j', (sub, name) => {
  expect(JSON.parse(federatedCredential(presented({ sub }), app).json).name).toBe(name);
});

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom('-', '_', '/', ':', '"', '\\', '\n', 'a', '😀', ' '),
    minLength: 1,
    maxLength: 300,
  }),
);

test('fits any subject: its name is one that Graph takes, and the rest is as presented', () => {
  fc.assert(
    fc.property(texts, texts, texts, (iss, sub, aud) => {
      const { name, ...rest } = JSON.parse(federatedCredential(presented({ iss, sub, aud }), app).json);
      // https://learn.microsoft.com/graph/api/resources/federatedidentitycredential
      expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]{2,119}$/);
      expect(rest).toEqual({ issuer: iss, subject: sub, audiences: [aud] });
    }),
    { numRuns: 200 },
  );
});

test('the JSON is shown as it is, whatever the values hold', () => {
  const subject = 'repo:o/r:environment:a::b##[x]\u202e\u0085ü\ud83d\ude00';
  const { json } = federatedCredential(presented({ iss: 'https://i', sub: subject, aud: 'a' }), app);
  for (const line of json.split('\n')) expect(safeText(line)).toBe(line.trim());
  expect(JSON.parse(json).subject).toBe(subject);
});

test("the audience of Entra's own tokens is registered by its URI", () => {
  const { json } = federatedCredential(presented({ aud: 'fb60f99c-7a34-4190-8149-302f77469936' }), app);
  expect(JSON.parse(json).audiences).toEqual(['api://AzureADTokenExchangeUSGov']);
});
