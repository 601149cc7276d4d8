import { describe, expect, test } from '@jest/globals';
import { debugLines, emit, withWorkflowJob } from './workflow-job.js';

const run = (lines: string[], options = {}) => withWorkflowJob(options, job => emit(job, lines));

describe('workflow commands', () => {
  test.each([
    ['at the start of a line', '::error::boom', '##[error]boom'],
    ['after blanks', ' \t::warning::careful', '##[warning]careful'],
    ['with properties', '::notice file=a.ts,line=3,title=Hi%2C you::look', '##[notice]look'],
    ['in the old form, anywhere in a line', 'text before ##[error]boom', '##[error]boom'],
    ['in the old form with properties', '##[warning title=T]careful', '##[warning]careful'],
    ['whatever its case', '::ERROR::boom', '##[error]boom'],
    ['a group', '::group::Title', '##[group]Title'],
    ['the end of a group', '::endgroup::', '##[endgroup]'],
  ])('%s are consumed', async (_, line, shown) => {
    expect((await run([line])).body).toEqual([shown]);
  });

  test.each([
    ['that does not start a line', 'x ::error::boom'],
    ['that is not registered', '::unknown::boom'],
    ['without its second separator', '::error boom'],
    ['of the old form that is not registered', '##[command]git fetch'],
    ['with a colon only', ':error::boom'],
  ])('text %s is printed', async (_, line) => {
    const result = await run([line]);
    expect(result.body).toEqual([line]);
    expect(result.annotations).toEqual([]);
  });

  test('data and properties are unescaped, a percent sign last', async () => {
    const { annotations } = await run(['::error title=a%3Ab%2Cc%250A::one%0Atwo%250A%0D']);
    expect(annotations).toEqual([
      { level: 'error', title: 'a:b,c%0A', message: 'one\ntwo%0A\r', properties: { title: 'a:b,c%0A' } },
    ]);
  });

  test('a lone carriage return ends a line, so it can start a command', async () => {
    expect((await run(['harmless\r::error::smuggled'])).body).toEqual(['harmless', '##[error]smuggled']);
  });

  test('both streams are parsed', async () => {
    const result = await withWorkflowJob({}, job => job.step({ run: 'echo ::warning::out; echo ::error::err >&2' }));
    expect(result.annotations.map(({ level, message }) => `${level} ${message}`).sort()).toEqual([
      'error err',
      'warning out',
    ]);
    expect(result).toMatchObject({ rawStdout: '::warning::out\n', rawStderr: '::error::err\n' });
  });

  test('debug messages show only with step debugging, line by line', async () => {
    const line = '::debug::one%0Atwo';
    expect((await run([line])).log).not.toContain('one');
    expect(debugLines((await run([line], { debug: true })).log)).toEqual(expect.arrayContaining(['one', 'two']));
  });

  test('between stop-commands and its token nothing is a command', async () => {
    const result = await run(['::stop-commands::tok-123', '::error::not now', '::tok-123::', '::error::now']);
    expect(result.body).toEqual(['::stop-commands::***', '::error::not now', '::***::', '##[error]now']);
    expect(result.annotations).toHaveLength(1);
  });

  test.each(['', 'pause-logging', 'add-mask'])('stop-commands refuses the token "%s"', async token => {
    const result = await run([`::stop-commands::${token}`, '::warning::unread']);
    expect(result.outcome).toBe('failure');
    expect(result.annotations.map(({ level }) => level)).toEqual(['error']);
  });

  test('set-output still works, with a warning', async () => {
    const result = await run(['::set-output name=answer::42']);
    expect(result.outputs).toEqual({ answer: '42' });
    expect(result.annotations[0]?.message).toMatch(/`set-output` command is deprecated/);
  });

  test('set-env and add-path are disabled unless the environment allows them', async () => {
    const refused = await run(['::set-env name=A::1', '::add-path::/opt/bin']);
    expect(refused.outcome).toBe('failure');
    expect(refused.annotations.map(({ message }) => message).filter(text => /is disabled/.test(text))).toHaveLength(2);
    const allowed = await withWorkflowJob({}, job =>
      emit(job, ['::set-env name=A::1', '::set-env name=NODE_OPTIONS::--inspect'], {
        ACTIONS_ALLOW_UNSECURE_COMMANDS: 'true',
      }),
    );
    expect(allowed.exportedEnv).toEqual({ A: '1' });
  });

  test('echo shows commands as they are written, but never what is masked', async () => {
    const result = await run(['::echo::on', '::add-mask::s3cret-value', '::group::G', '::echo::maybe']);
    expect(result.body).toContain('::add-mask::***');
    expect(result.body).toContain('::group::G');
    expect(result.outcome).toBe('failure');
  });

  test("the runner's own markers cannot be forged", async () => {
    expect((await run(['##[start-action display=x]'])).body).toEqual(['##[\\start-action display=x]']);
  });

  test('at most ten annotations of a level are kept, and long messages are cut', async () => {
    const result = await run([
      ...Array.from({ length: 12 }, (_, index) => `::error::${index}`),
      `::warning::${'x'.repeat(5000)}`,
    ]);
    expect(result.annotations.filter(({ level }) => level === 'error')).toHaveLength(10);
    expect(result.annotations.at(-1)?.message).toHaveLength(4096);
    expect(result.body).toContain('##[error]11');
  });
});
