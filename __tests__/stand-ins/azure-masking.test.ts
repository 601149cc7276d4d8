import { describe, expect, test } from '@jest/globals';
import { emit, withPipelineJob } from './pipeline-job.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const shown = async (lines: string[], options = {}) => (await withPipelineJob(options, job => emit(job, lines))).body;

describe('masking by the agent', () => {
  const secret = 'Zq8~"p&w\'x/+=é';

  test.each([
    ['itself', secret],
    ['as a JSON string', JSON.stringify(secret).slice(1, -1)],
    ['URL-encoded', 'Zq8~%22p%26w%27x%2F%2B%3D%C3%A9'],
  ])('hides a registered value %s', async (_, form) => {
    expect(await shown([`##vso[task.setsecret]${secret}`, `before ${form} after`])).toEqual(['before *** after']);
  });

  test('hides a value whose backslash escapes were resolved', async () => {
    expect(await shown(['##vso[task.setsecret]a\\\\b\\"c', 'a\\b"c'])).toEqual(['***']);
  });

  test('does not hide base64, XML or single lines of what is registered at run time', async () => {
    const lines = [base64(secret), 'Zq8~&quot;p&amp;w&apos;x/+=é', base64(secret).slice(0, -4)];
    expect(await shown([`##vso[task.setsecret]${secret}`, ...lines])).toEqual(lines);
    expect(await shown(['##vso[task.setsecret]alpha%0Abravo', 'alpha', 'bravo'])).toEqual(['alpha', 'bravo']);
    expect(await shown(['##vso[task.setvariable variable=v;issecret=true]some-value', base64('some-value')])).toEqual([
      base64('some-value'),
    ]);
  });

  test('hides the base64 of a secret variable of the job, at one alignment only', async () => {
    const options = { secretVariables: { pw: 'hunter2-hunter2' } };
    expect(await shown([base64('hunter2-hunter2'), 'hunter2-hunter2'], options)).toEqual(['***', '***']);
    const shifted = base64('u:hunter2-hunter2').slice(4);
    expect(await shown([shifted], options)).toEqual([shifted]);
  });

  test("hides a secret variable's value without quotes and blanks around it, and as it stands in commands", async () => {
    expect(await shown(['inner-value'], { secretVariables: { pw: "'inner-value'" } })).toEqual(['***']);
    expect(await shown(['inner-value'], { secretVariables: { pw: ' inner-value\n' } })).toEqual(['***']);
    expect(await shown(['50%AZP25 off'], { secretVariables: { pw: '50% off' } })).toEqual(['***']);
  });

  test('hides the secret parameters of connections, the client id among them, but not the tenant', async () => {
    const serviceConnections = [
      {
        id: '6c3e3a1e-0000-4000-8000-000000000001',
        name: 'production',
        authorization: {
          scheme: 'ServicePrincipal',
          parameters: {
            serviceprincipalid: 'the-client-id',
            tenantid: 'the-tenant-id',
            serviceprincipalkey: 'the-client-key',
            authenticationType: 'spnKey',
          },
        },
        data: { subscriptionid: 'the-subscription' },
      },
    ];
    const lines = [
      'the-client-id',
      'the-client-key',
      'the-tenant-id',
      'spnKey',
      'the-subscription',
      base64('the-client-key'),
    ];
    expect(await shown(lines, { serviceConnections })).toEqual(['***', '***', ...lines.slice(2)]);
  });

  test("hides the job's token and tickets of secure files", async () => {
    const options = { jobToken: 'job-token-1', secureFiles: [{ id: '1', name: 'cert.pem', ticket: 'ticket-1' }] };
    expect(await shown(['job-token-1', 'ticket-1', 'cert.pem'], options)).toEqual(['***', '***', 'cert.pem']);
  });

  test('hides the password in a URL', async () => {
    expect(await shown(['git clone https://me:p4ss%21@example.com/x'])).toEqual([
      'git clone https://me:***@example.com/x',
    ]);
  });

  test('hides a variable that another secret is part of', async () => {
    const options = { secretVariables: { pw: 'hunter2' }, variables: { connection: 'pwd=$(pw);' } };
    await withPipelineJob(options, async job => {
      expect(job.variable('connection')).toMatchObject({ value: 'pwd=hunter2;', secret: true });
      expect((await emit(job, ['[pwd=hunter2;]'])).body).toEqual(['[***]']);
    });
  });

  test('has no minimum length, and merges what overlaps', async () => {
    const secretVariables = { a: 'x', b: 'abcd', c: 'cdef' };
    expect(await shown(['1x2 abcdef'], { secretVariables })).toEqual(['1***2 ***']);
  });

  test("masks a script's text, issues and what was processed", async () => {
    const result = await withPipelineJob({ secretVariables: { pw: 's3cret-value' }, debug: true }, job =>
      job.step({ bash: 'echo "##vso[task.logissue type=error]$(pw)"; echo "##vso[task.setvariable variable=x]$(pw)"' }),
    );
    expect(result.annotations[0]?.message).toBe('***');
    expect(result.log).toContain('##[debug]Processed: ##vso[task.setvariable variable=x]***');
    expect(result.log).not.toContain('s3cret');
  });
});
