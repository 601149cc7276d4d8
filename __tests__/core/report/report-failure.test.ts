import { describe, expect, test } from '@jest/globals';
import { givenInputs } from '../../../packages/core/src/contract/given-inputs.js';
import { findSuspicions } from '../../../packages/core/src/contract/suspicions.js';
import { diagnose } from '../../../packages/core/src/diagnosis/diagnose.js';
import { explain } from '../../../packages/core/src/diagnosis/explain.js';
import { reportFailure } from '../../../packages/core/src/report/report-failure.js';
import { EntraRefusal } from '../../../packages/core/src/token/entra-refusal.js';
import { ordinary } from '../circumstances.js';
import { githubClaims, presented } from '../diagnosis/presented.js';
import { refusalDetails } from '../diagnosis/refusal-details.js';
import { recordingPlatform } from '../recording-platform.js';

const expired = explain('secret-expired', {
  title: 'Entra refused: AADSTS7000222',
  likely: 'It was old.',
  trace: ['    at here'],
});
const quiet = { presented: undefined, summary: false };

test('one annotation says what happened, why, and what to do', async () => {
  const platform = recordingPlatform({});
  await reportFailure(platform, expired, quiet);
  expect(platform.failures).toEqual([
    {
      title: 'Entra refused: AADSTS7000222',
      message:
        'The client secret has expired. It was old. Make a new client secret for the app and store it, or use a federated credential, which does not expire.',
    },
  ]);
});

test('the annotation comes first, then the details, then the summary', async () => {
  const order: string[] = [];
  const platform = {
    ...recordingPlatform({}),
    fail: () => order.push('annotation'),
    info: () => order.push('details'),
    debug: (line: string) => order.push(line),
    writeSummary: async () => void order.push('summary'),
  };
  await reportFailure(platform, expired, { ...quiet, summary: true });
  expect([...new Set(order)]).toEqual(['annotation', 'details', 'at here', 'summary']);
});

describe('the summary', () => {
  test('is written where it is wanted', async () => {
    const [unwanted, wanted] = [recordingPlatform({}), recordingPlatform({})];
    await reportFailure(unwanted, expired, quiet);
    await reportFailure(wanted, expired, { ...quiet, summary: true });
    expect(unwanted.log.join('\n')).not.toContain('###');
    expect(wanted.log.at(-1)).toMatch(/^### No Entra access token: Entra refused: AADSTS7000222\n/);
  });

  test('holds the presented values, whatever failed, and each once', async () => {
    const platform = recordingPlatform({});
    const facts = [['Presented issuer', 'as the diagnosis has it']] as const;
    await reportFailure(platform, { ...expired, facts }, { presented: presented(githubClaims), summary: true });
    const rows = (platform.log.at(-1) ?? '').split('\n').filter(line => line.startsWith('| Presented'));
    expect(rows).toEqual([
      '| Presented issuer | as the diagnosis has it |',
      '| Presented subject | repo:contoso/inventory:ref:refs/heads/main |',
      '| Presented audience | api://AzureADTokenExchange |',
    ]);
  });

  test('that cannot be written hides nothing', async () => {
    const platform = recordingPlatform({});
    const broken = { ...platform, writeSummary: () => Promise.reject(new Error('The disk is full')) };
    await reportFailure(broken, expired, { ...quiet, summary: true });
    expect(platform.failures).toHaveLength(1);
    expect(platform.log.at(-1)).toBe('Error: The disk is full');
  });
});

test.each([
  ['client-secret', '12345678-9abc-def0-1234-56789abcdef0', 7000215, "the secret's id"],
  ['client-secret', '"Abc8Q~dEf.0123"', 7000215, 'quotation marks'],
  ['federated-token', 'Bearer eyJhbGci.eyJzdWIi.c2lnbmF0', 50027, 'not the token alone'],
] as const)('a suspicious %s is told, and not shown', async (input, secret, code, told) => {
  const platform = recordingPlatform({
    'tenant-id': 'contoso.com',
    scope: 'graph',
    [input]: secret,
    ...(input === 'federated-token' ? { credential: input } : {}),
  });
  const refusal = new EntraRefusal(refusalDetails({ codes: [code] }), {
    application: { authority: { cloud: 'public', url: 'https://login.example/contoso.com' }, clientId: 'app' },
    scope: 'https://graph.microsoft.com/.default',
    correlationId: 'id',
    assertion: undefined,
  });
  const diagnosis = diagnose(refusal, { ...ordinary, suspicions: findSuspicions(givenInputs(platform)) });
  await reportFailure(platform, diagnosis, { presented: undefined, summary: true });
  expect(platform.failures[0]?.message).toContain(told);
  const everything = JSON.stringify([platform.failures, platform.log]);
  for (const part of secret.split(/["' ]/).filter(each => each.length > 6)) expect(everything).not.toContain(part);
});
