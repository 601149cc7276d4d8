import { describe, expect, test } from '@jest/globals';
import { emit, withPipelineJob, withTask } from './pipeline-job.js';

const run = (lines: string[], options = {}, step = {}) => withPipelineJob(options, job => emit(job, lines, step));
const REFERENCE = 'Please reference documentation (http://go.microsoft.com/fwlink/?LinkId=817296)';

describe('logging commands', () => {
  test.each([
    ['at the start of a line', '##vso[task.logissue type=error]boom', '##[error]boom'],
    [
      'anywhere in a line, whose beginning is lost',
      'before ##vso[task.logissue type=warning]careful',
      '##[warning]careful',
    ],
    ['under their other name', '##vso[task.issue type=error]boom', '##[error]boom'],
    ['whatever their case', '##VSO[task.debug]no ##vso[TASK.LogIssue TYPE=error]boom', '##[error]boom'],
    ['with escapes', '##vso[task.logissue type=error]a%3Bb%5Dc%AZP25%0Ad', '##[error]a;b]c%\nd'],
  ])('%s are consumed', async (_, line, shown) => {
    expect((await run([line])).body.join('\n')).toBe(shown);
  });

  test.each([
    ['GitHub commands', '::error::boom'],
    ['formatting', '##[section]Title'],
    ['a percent code that is no escape', '%25 %0A'],
  ])('%s are printed as they are', async (_, line) => {
    const result = await run([line]);
    expect(result.body).toEqual([line]);
    expect(result.annotations).toEqual([]);
  });

  test.each(['##vso[task]x', '##vso[a.b.c]x', '##vso[task.debug', 'talk about ##vso commands'])(
    '%s is printed, with a warning',
    async line => {
      expect((await run([line])).body).toEqual([
        `##[warning]'${line}' contains logging command keyword '##vso', but it's not a legal command. Please see the list of accepted commands: https://go.microsoft.com/fwlink/?LinkId=817296`,
        line,
      ]);
    },
  );

  test('an unknown area is a warning, an unknown event of a known area fails the step', async () => {
    const area = await run(['##vso[nonsense.do]x']);
    expect(area).toMatchObject({
      outcome: 'success',
      body: [`##[warning]Cannot find command extension for ##vso[nonsense.command]. ${REFERENCE}`],
    });
    const event = await run(['##vso[task.nonsense]x']);
    expect(event.outcome).toBe('failure');
    expect(event.body).toEqual([
      `##[error]Unable to process command '##vso[task.nonsense]x' successfully. ${REFERENCE}`,
      `##[error]##vso[task.nonsense] is not a recognized command for task command extension. ${REFERENCE}.`,
    ]);
  });

  test('commands of builds are recognised, those of releases are not supported', async () => {
    expect((await run(['##vso[build.addbuildtag]x', '##vso[artifact.upload artifactname=a]x'])).body).toEqual([]);
    expect((await run(['##vso[release.updatereleasename]x'])).outcome).toBe('failure');
  });

  test('debug messages show only with System.Debug, and so does what was processed', async () => {
    const lines = ['##vso[task.debug]detail', '##vso[task.setvariable variable=a]x%3By'];
    expect((await run(lines)).log).not.toMatch(/detail|Processed/);
    const { log } = await run(lines, { debug: true });
    expect(log).toContain('##[debug]detail\n');
    expect(log).toContain('##[debug]Processed: ##vso[task.setvariable variable=a]x;y\n');
    expect(log).not.toContain('Processed: ##vso[task.debug]');
  });

  test.each([
    'output-file ##vso[task.uploadsummary]/nowhere',
    '##vso[task.complete result=failed]x',
    '##vso[task.setvariable]x',
  ])('%s cannot be processed, which fails the step', async line => {
    expect((await run([line])).outcome).toBe('failure');
  });

  test('a summary is uploaded as it is: no one masks it', async () => {
    const { summary } = await withPipelineJob({ secretVariables: { pw: 's3cret-value' } }, job =>
      job.step({ bash: 'echo "# $PW" > s.md; echo "##vso[task.uploadsummary]$PWD/s.md"', env: { PW: '$(pw)' } }),
    );
    expect(summary).toBe('# s3cret-value\n');
  });
});

describe('task.setvariable', () => {
  test('sets a variable for later steps, an output only under the name of its step', async () => {
    await withPipelineJob({}, async job => {
      const result = await emit(job, [
        '##vso[task.setvariable variable=plain]one',
        '##vso[task.setvariable variable=out;isoutput=true]two',
        '##vso[task.setvariable variable=hush;isoutput=true;issecret=TRUE]s3cret-value',
      ]);
      expect(result).toMatchObject({
        outputs: { out: 'two', hush: 's3cret-value' },
        secretOutputs: ['hush'],
        exportedEnv: { plain: 'one' },
      });
      expect(job.variable('emit.out')).toMatchObject({ value: 'two', readOnly: true, secret: false });
      expect(job.variable('out')).toBeUndefined();
      const next = await emit(job, [], {
        bash: 'echo "$PLAIN [$EMIT_HUSH] ${EMIT_OUT} $MAPPED $(emit.out) $(missing)" || true',
        env: { MAPPED: '$(emit.hush)' },
      });
      expect(next.rawStdout.trim()).toMatch(/^one \[\] two s3cret-value two/);
    });
  });

  test('refuses a multi-line secret, and shows it while doing so', async () => {
    const result = await run(['##vso[task.setvariable variable=pem;issecret=true]line-one%0Aline-two']);
    expect(result.outcome).toBe('failure');
    expect(result.body).toEqual([
      `##[error]Unable to process command '##vso[task.setvariable variable=pem;issecret=true]line-one%0Aline-two' successfully. ${REFERENCE}`,
      '##[error]Secrets cannot contain multiple lines',
    ]);
  });

  test('a read-only variable is overwritten with a warning', async () => {
    await withPipelineJob({}, async job => {
      await emit(job, ['##vso[task.setvariable variable=a;isreadonly=true]1']);
      const { body } = await emit(job, ['##vso[task.setvariable variable=a]2']);
      expect(body[0]).toMatch(/^##\[warning\]Overwriting readonly variable 'a'/);
      expect(job.variable('A')?.value).toBe('2');
    });
  });

  test('a variable that was secret stays secret', async () => {
    await withPipelineJob({ secretVariables: { pw: 'first-value' } }, async job => {
      const { body } = await emit(job, ['##vso[task.setvariable variable=pw]other-value', 'other-value']);
      expect(body).toEqual(['***']);
    });
  });

  test('a name that task.json lists is an output by itself', async () => {
    const task = {
      main: `console.log('##vso[task.setvariable variable=Declared]x')`,
      metadata: { outputVariables: [{ name: 'declared' }] },
    };
    await withTask(task, directory =>
      withPipelineJob({ tasks: { Fake: directory } }, async job => {
        expect((await job.step({ task: 'Fake@1', name: 'fake' })).outputs).toEqual({ Declared: 'x' });
        expect(job.variable('fake.declared')?.value).toBe('x');
      }),
    );
  });
});

describe('restrictions', () => {
  const target = { commands: 'restricted', settableVariables: ['good*'] } as const;

  test('restricted commands are ignored with a warning', async () => {
    const result = await run(['##vso[task.uploadsummary]/x', '##vso[task.logissue type=warning]w'], {}, { target });
    expect(result).toMatchObject({ outcome: 'success', summary: '' });
    expect(result.body).toEqual([
      `##[warning]##vso[task.uploadsummary] is not allowed in this step due to policy restrictions. ${REFERENCE}`,
      '##[warning]w',
    ]);
  });

  test('variables outside the list are not set, but their secrets are masked', async () => {
    const lines = [
      '##vso[task.setvariable variable=GoodOne]1',
      '##vso[task.setvariable variable=bad;issecret=true]s3cret-value',
      's3cret-value',
    ];
    const result = await run(lines, {}, { target });
    expect(result.exportedEnv).toEqual({ GoodOne: '1' });
    expect(result.body).toEqual([
      "##[warning]Setting variable 'bad' has been disabled by the task or build definition.",
      '***',
    ]);
  });

  test('of a task.json hold for the task', async () => {
    const metadata = { restrictions: { commands: { mode: 'restricted' }, settableVariables: { allowed: [] } } };
    await withTask(
      {
        main: `console.log('##vso[task.setvariable variable=a]1'); console.log('##vso[build.addbuildtag]x')`,
        metadata,
      },
      directory =>
        withPipelineJob({ tasks: { Fake: directory } }, async job => {
          const { annotations, exportedEnv } = await job.step({ task: 'Fake@1' });
          expect(exportedEnv).toEqual({});
          expect(annotations.map(({ level }) => level)).toEqual(['warning', 'warning']);
        }),
    );
  });
});
