import { describe, expect, test } from '@jest/globals';
import { debugLines, emit, withWorkflowJob } from './workflow-job.js';

const SECRET = 'Zq8~"p&w\'x/+=é';
const base64 = (text: string, shift = 0): string => Buffer.from(text).subarray(shift).toString('base64');

const shown = async (lines: string[], secrets: Record<string, string> = { S: SECRET }) =>
  (await withWorkflowJob({ secrets }, job => emit(job, lines))).body;

describe('masking by the runner', () => {
  test.each([
    ['itself', SECRET],
    ['its base64', base64(SECRET)],
    ['its base64 one byte later', base64(SECRET, 1)],
    ['its base64 two bytes later', base64(SECRET, 2)],
    ['escaped for a command line', SECRET.replaceAll('"', '\\"')],
    ['escaped for an expression', SECRET.replaceAll("'", "''")],
    ['as a JSON string', JSON.stringify(SECRET).slice(1, -1)],
    ['URL-encoded', 'Zq8~%22p%26w%27x%2F%2B%3D%C3%A9'],
    ['as XML', 'Zq8~&quot;p&amp;w&apos;x/+=é'],
  ])('hides a secret %s', async (_, form) => {
    expect(await shown([`before ${form} after`])).toEqual(['before *** after']);
  });

  test('hides the value within surrounding double quotes', async () => {
    expect(await shown(['inner-value'], { S: '"inner-value"' })).toEqual(['***']);
  });

  test('hides the sections that PowerShell prints of a value with an ampersand', async () => {
    expect(await shown(['first-part&', 'last-part'], { S: 'first-part&last-part' })).toEqual(['***', '***']);
    expect(await shown(['first-part&+', 'ast-part'], { S: 'first-part&+last-part' })).toEqual(['***', '***']);
  });

  test('shows what no encoder derives', async () => {
    const secret = 'Secret?>~Value';
    const urlSafe = base64(secret).replaceAll('+', '-').replaceAll('/', '_');
    const lines = [secret.slice(1), secret.toLowerCase(), [...secret].reverse().join(''), urlSafe.slice(0, -4)];
    expect(await shown(lines, { S: secret })).toEqual(lines);
  });

  test('hides every line of a multi-line secret, and refuses none', async () => {
    const secret = 'line one\r\n  line two\n\nline three';
    expect(await shown(['line one', 'x line two', 'line three'], { S: secret })).toEqual(['***', 'x ***', '***']);
    const added = await shown([`::add-mask::alpha%0D%0Abravo%0A`, 'alpha bravo'], {});
    expect(added).toEqual(['*** ***']);
  });

  test('masks from the moment of add-mask on, in later steps too', async () => {
    await withWorkflowJob({}, async job => {
      const first = await emit(job, ['tok-abc', '::add-mask::tok-abc', 'tok-abc', ' ::add-mask::']);
      expect(first.body).toEqual([
        'tok-abc',
        '***',
        "##[warning]Can't add secret mask for empty string in ##[add-mask] command.",
      ]);
      expect((await emit(job, ['[tok-abc]'])).body).toEqual(['[***]']);
      expect(first.masks).toContain('tok-abc');
    });
  });

  test('overlapping and touching occurrences become one', async () => {
    expect(await shown(['xabcdefx abcabc ababa'], { A: 'abcd', B: 'cdef', C: 'abc', D: 'aba' })).toEqual([
      'x***x *** ***',
    ]);
  });

  test('has no minimum length', async () => {
    expect(await shown(['a-b'], { S: 'b' })).toEqual(['a-***']);
  });

  test("hides the job's token, also as git's credential, and the OIDC request token", async () => {
    const oidc = { requestUrl: 'https://oidc.example/', requestToken: 'request-token-1' };
    const { body } = await withWorkflowJob({ token: 'ghs_abc123', oidc }, job =>
      emit(job, [
        'ghs_abc123',
        base64('x-access-token:ghs_abc123'),
        'request-token-1',
        base64('request-token-1'),
        'https://oidc.example/',
      ]),
    );
    expect(body).toEqual(['***', '***', '***', '***', 'https://oidc.example/']);
  });

  test('masks messages of annotations but not their titles', async () => {
    const { annotations } = await withWorkflowJob({ secrets: { S: 'hush-hush' } }, job =>
      emit(job, ['::error title=hush-hush::hush-hush']),
    );
    expect(annotations[0]).toMatchObject({ title: 'hush-hush', message: '***' });
  });

  test('masks the header of a step and the debug log of its expressions', async () => {
    const secrets = { S: 'hush-hush' };
    const result = await withWorkflowJob({ secrets, debug: true }, job =>
      job.step({ run: 'true # ${{ secrets.S }}', env: { AUTH: 'Bearer ${{ secrets.S }}' } }),
    );
    expect(result.log).toContain('  AUTH: Bearer ***');
    expect(debugLines(result.log)).toEqual(
      expect.arrayContaining(["Evaluating: format('Bearer {0}', secrets.S)", "Result: 'Bearer ***'"]),
    );
    expect(result.log).not.toContain('hush');
  });
});
