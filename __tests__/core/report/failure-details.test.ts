import { describe, expect, test } from '@jest/globals';
import { explain } from '../../../packages/core/src/diagnosis/explain.js';
import { federatedCredential } from '../../../packages/core/src/diagnosis/federation/federated-credential.js';
import { failureDetails } from '../../../packages/core/src/report/failure-details.js';
import { githubClaims, presented } from '../diagnosis/presented.js';
import { hostile, hostileDiagnosis } from './hostile.js';

const clientId = '66666666-7777-8888-9999-000000000000';
const authority = { cloud: 'public', url: 'https://login.microsoftonline.com/contoso.com' } as const;
const app = { clientId, authority };

test('a failure without a cause that was seen: the usual ones', () => {
  const diagnosis = explain('secret-expired', {
    title: 'Entra refused: AADSTS7000222',
    facts: [['Client id', clientId]],
  });
  expect(failureDetails(diagnosis).join('\n')).toBe(`Entra refused: AADSTS7000222
  Usual causes:
    - A secret made in the portal lives two years at most, and nothing in the
      pipeline tells of its end.
  Who can mend it: the owner of the app registration
  Does waiting help: no
  Client id: ${clientId}
  More: https://github.com/org/entra-token/blob/v1/docs/errors.md#secret-expired`);
});

test('a failure with everything that can be said', () => {
  const diagnosis = explain('enterprise-not-trusted', {
    title: 'Entra refused: AADSTS7002381',
    likely: 'The first thing that was seen in this run is so long that it has to be broken.',
    remarks: ['Another one.'],
    mended: 'scope: |\n  graph\n  api://inventory',
    facts: [
      ['Presented issuer', githubClaims.iss],
      ['Scope', `https://${'x'.repeat(80)}.example/.default`],
    ],
    credential: federatedCredential(presented(githubClaims), app),
  });
  expect(failureDetails(diagnosis).join('\n')).toBe(`Entra refused: AADSTS7002381
  Seen in this run:
    - The first thing that was seen in this run is so long that it has to be
      broken.
    - Another one.
  As it would be right:
    scope: |
      graph
      api://inventory
  Who can mend it: a tenant administrator
  Does waiting help: no
  Presented issuer: https://token.actions.githubusercontent.com
  Scope:
    https://${'x'.repeat(80)}.example/.default
  A federated credential that fits this run (credential.json):
    {
      "name": "contoso-inventory-ref-refs-heads-main",
      "issuer": "https://token.actions.githubusercontent.com",
      "subject": "repo:contoso/inventory:ref:refs/heads/main",
      "audiences": [
        "api://AzureADTokenExchange"
      ]
    }
  The command that makes it:
    az ad app federated-credential create --id ${clientId} --parameters credential.json
  More:
    https://github.com/org/entra-token/blob/v1/docs/errors.md#enterprise-not-trusted`);
});

test('with remarks only, the usual causes are told too', () => {
  const lines = failureDetails(explain('secret-expired', { title: 'Expired', remarks: ['Something else.'] }));
  expect(lines.slice(1, 4)).toEqual(['  Seen in this run:', '    - Something else.', '  Usual causes:']);
});

test('a failure that nobody knows is told without advice', () => {
  expect(failureDetails({ title: 'Odd', what: 'It is odd.', fix: 'Report it.', facts: [] })).toEqual(['Odd']);
});

describe('text from outside', () => {
  test('writes no line and no command of its own', () => {
    const lines = failureDetails(hostileDiagnosis(hostile));
    expect(lines.filter(line => !line.startsWith('  '))).toHaveLength(1);
    for (const line of lines) {
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]|::|##/u);
    }
    // As many lines as an ordinary text of that length has.
    const plain = hostile.replace(/[^a-z ]/g, 'x');
    const labels = (all: string[]) => all.filter(line => /^ {2}\S|^ {4}- /.test(line)).length;
    expect(labels(lines)).toBe(labels(failureDetails(hostileDiagnosis(plain))));
  });

  test('is bounded', () => {
    const lines = failureDetails(hostileDiagnosis('word '.repeat(200_000)));
    expect(lines.join('\n').length).toBeLessThan(8000);
  });

  test('in the lines as they would be right', () => {
    const mended = `scope: ${hostile.replaceAll('\n', ' ')}`;
    const lines = failureDetails({ ...hostileDiagnosis('x'), mended });
    expect(lines.filter(line => line.startsWith('    scope:'))).toHaveLength(1);
    expect(lines.join('\n')).not.toMatch(/::|##|\r/);
  });

  test('in a federated credential', () => {
    const strange = presented({ iss: hostile, sub: hostile, aud: hostile });
    const lines = failureDetails({ ...hostileDiagnosis('x'), credential: federatedCredential(strange, app) });
    expect(lines.filter(line => line.startsWith('      "'))).toHaveLength(4);
    for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]|::|##/u);
  });
});
