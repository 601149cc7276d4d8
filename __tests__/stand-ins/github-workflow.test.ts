import { runWorkflowFile } from '@entra-token/stand-ins';
import { describe, expect, test } from '@jest/globals';
import { bodyOf, withAction, withWorkflowJob } from './workflow-job.js';

const ACTION = {
  'action.yml': 'name: Fake\ninputs: { scope: { description: s } }\nruns: { using: node20, main: main.js }\n',
  'main.js': `const { appendFileSync } = require('node:fs');
    console.log('::add-mask::tok-123456');
    appendFileSync(process.env.GITHUB_OUTPUT, 'token=tok-123456\\nscope=' + process.env.INPUT_SCOPE + '\\n');
    console.log('oidc', process.env.ACTIONS_ID_TOKEN_REQUEST_URL ?? 'none');`,
};
const workflow = (permissions: string) => `
name: demo
env: { GREETING: hello }
permissions: ${permissions}
jobs:
  build:
    runs-on: ubuntu-latest
    outputs: { token: "\${{ steps.entra.outputs.token }}", scope: "\${{ steps.entra.outputs.scope }}", none: "\${{ steps.nope.outputs.x }}" }
    steps:
      - uses: actions/checkout@v5
      - uses: org/fake@v1
        id: entra
        with: { scope: "\${{ vars.SCOPE }}" }
      - run: echo "$GREETING $AUTH"
        env: { AUTH: "Authorization: Bearer \${{ steps.entra.outputs.token }}" }
      - run: exit 7
        id: bad
        continue-on-error: true
      - run: echo "\${{ steps.bad.outcome }} \${{ steps.bad.conclusion }}"
      - run: exit 1
      - run: echo unreachable
      - run: echo "after \${{ job.status }}"
        if: failure() && steps.entra.outputs.scope == 'GRAPH'
`;
const oidc = { requestUrl: 'https://oidc.example/', requestToken: 'request-token' };

describe('a workflow file', () => {
  test('runs step by step, and outputs that hold a mask stay in the job', async () => {
    await withAction(ACTION, async directory => {
      const actions = { 'actions/checkout': null, 'org/fake@v1': directory };
      const run = await runWorkflowFile(workflow('{ id-token: write }'), { actions, oidc, vars: { SCOPE: 'graph' } });
      expect(run.steps.map(({ outcome }) => outcome)).toEqual([
        'success',
        'success',
        'success',
        'failure',
        'success',
        'failure',
        'skipped',
        'success',
      ]);
      expect(run.steps.map(({ log }) => bodyOf(log).join('|'))).toEqual([
        '',
        'oidc https://oidc.example/',
        'hello Authorization: Bearer ***',
        '##[error]Process completed with exit code 7.',
        'failure success',
        '##[error]Process completed with exit code 1.',
        '',
        'after failure',
      ]);
      expect(run.outputs).toEqual({ scope: 'graph' });
      expect(run.log).toContain("##[warning]Skip output 'token' since it may contain secret.");
      expect(run.status).toBe('failure');
    });
  });

  test.each(['{ contents: read }', 'read-all'])('has no OIDC with permissions %s', async permissions => {
    await withAction(ACTION, async directory => {
      const run = await runWorkflowFile(workflow(permissions), {
        actions: { 'actions/checkout': null, 'org/fake': directory },
        oidc,
      });
      expect(bodyOf(run.steps[1]?.log ?? '')).toEqual(['oidc none']);
    });
  });

  test('must say which of several jobs to run', async () => {
    await expect(runWorkflowFile('jobs: { one: {}, two: {} }')).rejects.toThrow(
      "Choose one of the workflow's jobs: one, two.",
    );
  });
});

describe('expressions', () => {
  test.each([
    ['${{ vars.name }}', 'value'],
    ["${{ vars['NAME'] }}", 'value'],
    ['[${{ vars.missing }}]', '[]'],
    ['${{ env.E }}-${{ github.ref_name }}', 'e-main'],
    ["${{ format('{0}{{}}{1}', 'a', 1) }}", 'a{}1'],
    ["${{ contains(github.ref, 'HEADS') && 'yes' || 'no' }}", 'yes'],
    ["${{ !startsWith(github.ref, 'refs/tags/') }}", 'true'],
    ['${{ 1 < 2 }} {literal}', 'true {literal}'],
    ['${{ fromJSON(\'{"a":[1,"two"]}\').a[1] }}', 'two'],
    ["${{ 'it''s' }}", "it's"],
    ['${{ needs.build.outputs.x }}', 'from build'],
  ])('%s is %s', async (text, value) => {
    const options = { env: { E: 'e' }, vars: { name: 'value' }, needs: { build: { outputs: { x: 'from build' } } } };
    await withWorkflowJob(options, async job => {
      const { rawStdout } = await job.step({ run: 'printf %s "$RESULT"', env: { RESULT: text } });
      expect(rawStdout).toBe(value);
    });
  });

  test.each([
    ['${{ nonsense.x }}', /Unrecognized named-value: 'nonsense'/],
    ['${{ vars. }}', /Unexpected token/],
    ['${{ hash() }}', /Unrecognized function: 'hash'/],
    ['${{ vars.a # }}', /Unexpected symbol: '#'/],
  ])('%s fails the step', async (text, message) => {
    const result = await withWorkflowJob({}, job => job.step({ run: `echo ${text}` }));
    expect(result.outcome).toBe('failure');
    expect(result.annotations[0]?.message).toMatch(message);
  });

  test.each([
    [undefined, 'success'],
    ['sh', 'success'],
    ['bash', 'failure'],
    ['bash --norc {0}', 'success'],
  ])('with shell %s a broken pipe is a %s', async (shell, outcome) => {
    const result = await withWorkflowJob({}, job =>
      job.step({ run: 'false | true', ...(shell === undefined ? {} : { shell }) }),
    );
    expect(result.outcome).toBe(outcome);
  });
});
