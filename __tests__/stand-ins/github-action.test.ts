import { describe, expect, test } from '@jest/globals';
import { bodyOf, debugLines, withAction, withWorkflowJob } from './workflow-job.js';

const METADATA = `
name: Fake
inputs:
  scope: { description: s, default: 'api://\${{ github.repository }}' }
  client-secret: { description: c }
  two words: { description: t }
  old: { description: o, deprecationMessage: use scope }
runs: { using: node24, main: main.js, post: post.js }
`;
const PRINT_ENVIRONMENT =
  'console.log(JSON.stringify({ ...process.env, cwd: process.cwd(), argv: process.argv.slice(1), version: process.version }))';

const environmentOf = (rawStdout: string): Record<string, unknown> => JSON.parse(rawStdout.split('\n')[0] ?? '');

describe('an action', () => {
  test('gets inputs, contexts and OIDC variables, and nothing of the parent', async () => {
    await withAction({ 'action.yml': METADATA, 'main.js': PRINT_ENVIRONMENT, 'post.js': '' }, directory =>
      withWorkflowJob(
        {
          actions: { 'org/fake@v1': directory },
          repository: 'contoso/app',
          secrets: { S: 'hush-hush' },
          oidc: { requestUrl: 'https://oidc.example/?a=b', requestToken: 'request-token' },
          runnerEnv: { NODE_EXTRA_CA_CERTS: '/ca.pem', NODE_OPTIONS: '--inspect' },
          env: { JOB_VARIABLE: '${{ github.ref_name }}' },
        },
        async job => {
          const result = await job.step({
            id: 'entra',
            uses: 'org/fake@v1',
            with: { 'client-secret': '${{ secrets.S }}', 'two words': 2 },
            env: { STEP_VARIABLE: 'x' },
          });
          const environment = environmentOf(result.rawStdout);
          expect(environment).toMatchObject({
            INPUT_SCOPE: 'api://contoso/app',
            'INPUT_CLIENT-SECRET': 'hush-hush',
            INPUT_TWO_WORDS: '2',
            INPUT_OLD: '',
            JOB_VARIABLE: 'main',
            STEP_VARIABLE: 'x',
            CI: 'true',
            GITHUB_ACTIONS: 'true',
            GITHUB_ACTION: 'entra',
            GITHUB_ACTION_REPOSITORY: 'org/fake',
            GITHUB_ACTION_REF: 'v1',
            GITHUB_REPOSITORY: 'contoso/app',
            GITHUB_WORKSPACE: job.workspaceDir,
            RUNNER_TEMP: job.tempDir,
            RUNNER_OS: 'Linux',
            ACTIONS_ID_TOKEN_REQUEST_URL: 'https://oidc.example/?a=b',
            ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
            NODE_EXTRA_CA_CERTS: '/ca.pem',
            cwd: job.workspaceDir,
          });
          expect(environment['version']).toMatch(/^v24\./);
          for (const name of ['NODE_OPTIONS', 'JEST_WORKER_ID', 'RUNNER_DEBUG', 'GITHUB_TOKEN'])
            expect(environment).not.toHaveProperty(name);
          expect(result.log).toMatch(
            /^##\[group\]Run org\/fake@v1\nwith:\n {2}client-secret: \*\*\*\n {2}two words: 2\n {2}scope: api:\/\/contoso\/app\nenv:\n {2}JOB_VARIABLE: main\n {2}STEP_VARIABLE: x\n##\[endgroup\]\n/,
          );
        },
      ),
    );
  });

  test('warns of unexpected and deprecated inputs', async () => {
    await withAction({ 'action.yml': METADATA, 'main.js': '', 'post.js': '' }, directory =>
      withWorkflowJob({ actions: { './': directory } }, async job => {
        const { annotations } = await job.step({ uses: './', with: { OLD: 'x', typo: 'y' } });
        expect(annotations.map(({ message }) => message)).toEqual([
          "Input 'old' has been deprecated with message: use scope",
          "Unexpected input(s) 'typo', valid inputs are ['scope', 'client-secret', 'two words', 'old']",
        ]);
      }),
    );
  });

  test('keeps state for its post entry point, which runs last first, also after a failure', async () => {
    const main = `const fs = require('node:fs'); fs.appendFileSync(process.env.GITHUB_STATE, 'who=' + process.env['INPUT_TWO WORDS'.replace(' ', '_')] + '\\n');
      process.exitCode = Number(process.env.INPUT_OLD);`;
    const post = `console.log('post of', process.env.STATE_who)`;
    await withAction({ 'action.yml': METADATA, 'main.js': main, 'post.js': post }, directory =>
      withWorkflowJob({ actions: { 'org/fake': directory } }, async job => {
        const first = await job.step({ uses: 'org/fake@v1', with: { 'two words': 'first' } });
        const second = await job.step({ uses: 'org/fake@v2', with: { 'two words': 'second', old: '3' } });
        const third = await job.step({ uses: 'org/fake@v2' });
        expect([first, second, third].map(({ outcome, exitCode }) => [outcome, exitCode])).toEqual([
          ['success', 0],
          ['failure', 3],
          ['skipped', null],
        ]);
        expect(first.state).toEqual({ who: 'first' });
        const { post: posts, status } = await job.finish();
        expect(posts.map(({ log }) => log)).toEqual([
          "##[warning]Input 'old' has been deprecated with message: use scope\nPost job cleanup.\npost of second\n",
          'Post job cleanup.\npost of first\n',
        ]);
        expect(status).toBe('failure');
      }),
    );
  });

  test('can be started with another Node.js, and with step debugging', async () => {
    await withAction({ 'action.yml': METADATA, 'main.js': PRINT_ENVIRONMENT, 'post.js': '' }, directory =>
      withWorkflowJob({ actions: { 'org/fake': directory }, node: 'n20', debug: true }, async job => {
        const { rawStdout, log } = await job.step({ uses: 'org/fake@v1' });
        expect(environmentOf(rawStdout)).toMatchObject({ RUNNER_DEBUG: '1', version: expect.stringMatching(/^v20\./) });
        expect(debugLines(log)).toContain('Node Action run completed with exit code 0');
      }),
    );
  });

  test('that cannot be found or read fails its step', async () => {
    await withWorkflowJob({ actions: { 'org/broken': '/nowhere' } }, async job => {
      expect((await job.step({ uses: 'org/unknown@v1' })).annotations[0]?.message).toMatch(
        /Unable to resolve action `org\/unknown@v1`/,
      );
      expect((await job.step({ uses: 'org/broken@v1', if: 'always()' })).annotations[0]?.message).toMatch(
        /Can't find 'action.yml'/,
      );
    });
  });

  test('that outlives its step is killed at the end of the job', async () => {
    const main = `require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { detached: true, stdio: 'ignore' }).unref()`;
    await withAction({ 'action.yml': METADATA, 'main.js': main, 'post.js': '' }, async directory => {
      const job = await withWorkflowJob({ actions: { 'org/fake': directory } }, async started => {
        await started.step({ uses: 'org/fake@v1' });
        const finished = await started.finish();
        expect(finished.orphans).toHaveLength(1);
        expect(finished.log).toContain(`Terminate orphan process: pid (${finished.orphans[0]?.pid})`);
        return started;
      });
      expect((await job.finish()).orphans).toEqual([]);
    });
  });

  test('is interrupted when its signal is aborted', async () => {
    const main = `process.on('SIGINT', () => { console.log('interrupted'); process.exit(1); }); setInterval(() => {}, 1000); console.log('ready');`;
    await withAction({ 'action.yml': METADATA, 'main.js': main, 'post.js': '' }, directory => {
      const controller = new AbortController();
      const onLogLine = (line: string) => line === 'ready' && controller.abort();
      return withWorkflowJob({ actions: { 'org/fake': directory }, onLogLine }, async job => {
        const result = await job.step({ uses: 'org/fake@v1' }, { signal: controller.signal });
        expect(result.outcome).toBe('cancelled');
        expect(bodyOf(result.log)).toEqual(['ready', 'interrupted', '##[error]The operation was canceled.']);
      });
    });
  });
});
