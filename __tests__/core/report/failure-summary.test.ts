import { describe, expect, test } from '@jest/globals';
import { explain } from '../../../packages/core/src/diagnosis/explain.js';
import { federatedCredential } from '../../../packages/core/src/diagnosis/federation/federated-credential.js';
import { failureSummary } from '../../../packages/core/src/report/failure-summary.js';
import { githubClaims, presented } from '../diagnosis/presented.js';
import { hostile, hostileDiagnosis } from './hostile.js';

const clientId = '66666666-7777-8888-9999-000000000000';
const authority = { cloud: 'public', url: 'https://login.microsoftonline.com/contoso.com' } as const;
const app = { clientId, authority };

test('a failure with everything that can be said', () => {
  const diagnosis = explain('id-token-permission', {
    title: 'No identity token',
    likely: 'The first thing.',
    remarks: ['The second.'],
    mended: 'permissions:\n  id-token: write',
    facts: [['Client id', clientId]],
    credential: federatedCredential(presented(githubClaims), app),
  });
  expect(
    failureSummary(diagnosis, [['Repository', 'contoso/inventory']]),
  ).toBe(`### No Entra access token: No identity token

GitHub gave this job no right to an identity token.

- The first thing.
- The second.

As it would be right:

\`\`\`yaml
permissions:
  id-token: write
\`\`\`

**Add <code>permissions: &#123; id-token: write, contents: read &#125;</code> to the job.**

| | |
|---|---|
| Who can mend it | you, in the workflow or pipeline |
| Does waiting help | no |
| Client id | ${clientId} |
| Repository | contoso/inventory |

A federated credential that fits this run (\`credential.json\`), and the command that makes it:

\`\`\`json
{
  "name": "contoso-inventory-ref-refs-heads-main",
  "issuer": "https://token.actions.githubusercontent.com",
  "subject": "repo:contoso/inventory:ref:refs/heads/main",
  "audiences": [
    "api://AzureADTokenExchange"
  ]
}
\`\`\`

\`\`\`bash
az ad app federated-credential create --id ${clientId} --parameters credential.json
\`\`\`

[What this means](https://github.com/org/entra-token/blob/v1/docs/errors.md#id-token-permission)
`);
});

test('a failure that nobody knows', () => {
  expect(
    failureSummary({ title: 'Odd', what: 'It is odd.', fix: '', facts: [] }, []),
  ).toBe(`### No Entra access token: Odd

It is odd.

| | |
|---|---|
`);
});

describe('text from outside', () => {
  const plain = failureSummary(hostileDiagnosis('plain'), [['Branch', 'plain']]);
  const summary = failureSummary(hostileDiagnosis(hostile), [['Branch', hostile]]);

  test('writes no line of its own', () => {
    expect(summary.split('\n')).toHaveLength(plain.split('\n').length);
    expect(summary).not.toMatch(/[\p{Zl}\p{Zp}\p{Bidi_Control}\r]|::|##vso|##\[/u);
  });

  test('writes no markdown, no HTML and no mention', () => {
    // What is ours: the heading's marks, the rows of the table, the bold advice.
    const outside = summary
      .split('\n')
      .map(line => line.replace(/^(###|-|\*\*|\|[^|]*\|) /, '').replace(/^\*\*|\*\*$| \|$/g, ''))
      .filter(line => !/^\|[- |]*$/.test(line));
    for (const line of outside) expect(line).not.toMatch(/[<>|[\]()@*_`~\\]|#(?!\d+;)/);
  });

  test('is bounded', () => {
    expect(failureSummary(hostileDiagnosis('x'.repeat(1_000_000)), []).length).toBeLessThan(10_000);
  });

  test('cannot end the block of code that it stands in', () => {
    const strange = presented({ iss: hostile, sub: hostile, aud: hostile });
    const diagnosis = {
      ...hostileDiagnosis('x'),
      mended: `scope: |\n\`\`\`\n${hostile.replaceAll('\n', ' ')}`,
      credential: federatedCredential(strange, app),
    };
    const lines = failureSummary(diagnosis, []).split('\n');
    const fences = lines.filter(line => /^\s*(```|~~~)/.test(line));
    expect(fences).toEqual([
      '````yaml',
      '```',
      '````',
      expect.stringMatching(/^`+json$/),
      expect.stringMatching(/^`+$/),
      '```bash',
      '```',
    ]);
    expect(fences[4]).toBe(fences[3]?.replace('json', ''));
  });
});
