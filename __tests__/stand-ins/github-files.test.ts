import { describe, expect, test } from '@jest/globals';
import { bodyOf, debugLines, withWorkflowJob } from './workflow-job.js';

const step = (run: string, options = {}) => withWorkflowJob(options, job => job.step({ id: 's', run }));

describe('GITHUB_OUTPUT', () => {
  test.each([
    ['name=value', 'a=1', { a: '1' }],
    ['a value with equals signs', 'a=1=2', { a: '1=2' }],
    ['an empty value', 'a=', { a: '' }],
    ['a heredoc', 'a<<EOF\none\n\ntwo\nEOF', { a: 'one\n\ntwo' }],
    ['an empty heredoc', 'a<<EOF\nEOF', { a: '' }],
    ['a heredoc whose delimiter has an equals sign', 'a<<E=F\nx\nE=F', { a: 'x' }],
    ['a value with <<', 'a=1<<2', { a: '1<<2' }],
    ['blank lines between entries', '\na=1\n\nb=2', { a: '1', b: '2' }],
    ['carriage returns, which belong to the value', 'a=1\r', { a: '1\r' }],
    ['a name twice: the last wins', 'a=1\na=2', { a: '2' }],
  ])('reads %s', async (_, text, outputs) => {
    const result = await step(`cat > "$GITHUB_OUTPUT" <<'END-OF-FILE'\n${text}\nEND-OF-FILE`);
    expect(result).toMatchObject({ outcome: 'success', outputs });
  });

  test.each([
    ['a line that is no entry', 'nonsense', "Invalid format 'nonsense'"],
    ['a heredoc that does not end', 'a<<EOF\nx', "Invalid value. Matching delimiter not found 'EOF'"],
    [
      'a heredoc without a delimiter',
      'a<<\nx',
      "Invalid format 'a<<'. Name must not be empty and delimiter must not be empty",
    ],
  ])('fails the step at %s', async (_, text, message) => {
    const result = await step(`cat > "$GITHUB_OUTPUT" <<'END-OF-FILE'\n${text}\nEND-OF-FILE`);
    expect(result.outcome).toBe('failure');
    expect(bodyOf(result.log)).toEqual([
      "##[error]Unable to process file command 'output' successfully.",
      `##[error]${message}`,
    ]);
  });

  test('shows outputs in the debug log, masked', async () => {
    const { log } = await step('echo "t=s3cret-value" >> "$GITHUB_OUTPUT"', {
      debug: true,
      secrets: { S: 's3cret-value' },
    });
    expect(debugLines(log)).toContain('Set output t = ***');
  });

  test('of a step without an id no later step sees', async () => {
    await withWorkflowJob({}, async job => {
      const first = await job.step({ run: 'echo a=1 >> "$GITHUB_OUTPUT"' });
      await job.step({ id: 'named', run: 'echo a=2 >> "$GITHUB_OUTPUT"' });
      const last = await job.step({ run: 'echo "[${{ steps.__run.outputs.a }}${{ steps.named.outputs.a }}]"' });
      expect(first.outputs).toEqual({ a: '1' });
      expect(bodyOf(last.log)).toEqual(['[2]']);
    });
  });
});

describe('the other files', () => {
  test('GITHUB_ENV and GITHUB_PATH reach later steps; NODE_OPTIONS is refused', async () => {
    await withWorkflowJob({}, async job => {
      const first = await job.step({
        run: 'echo A=1 >> "$GITHUB_ENV"; echo NODE_OPTIONS=--inspect >> "$GITHUB_ENV"; echo /opt/one >> "$GITHUB_PATH"; echo /opt/two >> "$GITHUB_PATH"',
      });
      expect(first.exportedEnv).toEqual({ A: '1' });
      expect(first.annotations[0]?.message).toMatch(/Can't store NODE_OPTIONS/);
      const last = await job.step({ run: 'echo "$A ${NODE_OPTIONS-none} ${PATH:0:18}"' });
      expect(bodyOf(last.log)).toEqual(['1 none /opt/two:/opt/one:']);
      expect(last.log).toContain('env:\n  A: 1\n');
    });
  });

  test('GITHUB_STEP_SUMMARY is masked line by line', async () => {
    const { summary } = await step('printf "# s3cret-value\\n\\nx" >> "$GITHUB_STEP_SUMMARY"', {
      secrets: { S: 's3cret-value' },
    });
    expect(summary).toBe('# ***\n\nx\n');
  });

  test('a summary of more than a mebibyte is refused', async () => {
    const result = await step('head -c 1048577 /dev/zero | tr "\\0" x >> "$GITHUB_STEP_SUMMARY"');
    expect(result).toMatchObject({ outcome: 'success', summary: '' });
    expect(result.annotations[0]?.message).toMatch(/upload aborted, supports content up to a size of 1024k/);
  });
});
