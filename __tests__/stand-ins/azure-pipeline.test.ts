import { runPipelineFile } from '@entra-token/stand-ins';
import { describe, expect, test } from '@jest/globals';
import { bodyOf, emit, withPipelineJob, withTask } from './pipeline-job.js';

const PIPELINE = `
parameters:
- { name: scope, type: string, default: graph }
variables:
- { name: who, value: world }
- { group: secrets }
jobs:
- job: build
  variables: { greeting: hello }
  steps:
  - checkout: self
  - task: Fake@1
    name: entra
    inputs: { scope: "\${{ parameters.scope }}" }
  - bash: echo "$GREETING $WHO $AUTH"
    env: { AUTH: "Authorization: Bearer $(entra.token)" }
  - script: exit 4
  - script: echo skipped
  - bash: echo "$(entra.scope) $(Agent.JobStatus)"
    condition: and(failed(), eq(variables['who'], 'WORLD'))
- job: other
  steps: []
`;
const TASK = {
  main: `console.log('##vso[task.setvariable variable=token;isoutput=true;issecret=true]tok-123456');
    console.log('##vso[task.setvariable variable=scope;isoutput=true]' + process.env.INPUT_SCOPE);`,
};

describe('a pipeline file', () => {
  test('runs step by step', async () => {
    await withTask(TASK, async directory => {
      const run = await runPipelineFile(PIPELINE, { job: 'build', tasks: { 'Fake@1': directory } });
      expect(run.steps.map(({ outcome }) => outcome)).toEqual([
        'success',
        'success',
        'success',
        'failure',
        'skipped',
        'success',
      ]);
      expect(run.steps.slice(2).map(({ log }) => bodyOf(log).join('|'))).toEqual([
        'hello world Authorization: Bearer ***',
        "##[error]Bash exited with code '4'.",
        'Skipping step due to condition evaluation.',
        'graph Failed',
      ]);
      expect(run.status).toBe('Failed');
    });
  });

  test('must say which of several jobs to run', async () => {
    await expect(runPipelineFile(PIPELINE)).rejects.toThrow("Choose one of the pipeline's jobs: build, other.");
  });
});

describe('steps of a job', () => {
  test('a step that may fail leaves the job succeeded with issues', async () => {
    await withPipelineJob({}, async job => {
      await job.step({ script: 'exit 1', continueOnError: true });
      expect((await job.step({ script: 'true' })).outcome).toBe('success');
      expect((await job.step({ script: 'true', enabled: false })).outcome).toBe('skipped');
      expect((await job.finish()).status).toBe('SucceededWithIssues');
    });
  });

  test('output on standard error fails a step that says so', async () => {
    await withPipelineJob({}, async job => {
      expect((await job.step({ bash: 'echo oops >&2' })).outcome).toBe('success');
      expect((await job.step({ bash: 'echo oops >&2', failOnStderr: true })).outcome).toBe('failure');
    });
  });

  test('a prepended path holds for later steps, the last one first', async () => {
    await withPipelineJob({}, async job => {
      await emit(job, ['##vso[task.prependpath]/opt/one', '##vso[task.prependpath]/opt/two']);
      expect((await emit(job, [], { bash: 'echo "${PATH:0:18}"' })).body).toEqual(['/opt/two:/opt/one:']);
    });
  });

  test('variables that refer to each other in a circle stay as they are, with a warning', async () => {
    await withPipelineJob({ variables: { a: '$(b)', b: '$(a)' } }, async job => {
      const { annotations } = await job.step({ bash: 'true' });
      expect(annotations[0]?.message).toMatch(/contains a cyclical reference/);
      expect(job.variable('a')?.value).toBe('$(b)');
    });
  });
});
