import { describe, expect, test } from '@jest/globals';
import { bodyOf, withPipelineJob, withTask } from './pipeline-job.js';

const ID = '6c3e3a1e-0000-4000-8000-00000000000a';
const CONNECTION = {
  id: ID,
  name: 'production',
  type: 'azurerm',
  url: 'https://management.azure.com',
  authorization: {
    scheme: 'WorkloadIdentityFederation',
    parameters: { serviceprincipalid: 'client', tenantid: 'tenant' },
  },
  data: { environment: 'AzureCloud', 'some key.x': 'v' },
};
const OTHER = { ...CONNECTION, id: '6c3e3a1e-0000-4000-8000-00000000000b', name: 'other' };
const INPUTS = [
  { name: 'connectedServiceName', aliases: ['azureSubscription'], type: 'connectedService:AzureRM', required: true },
  { name: 'scope', type: 'string', defaultValue: ' graph ' },
  { name: 'certificateSecureFile', type: 'secureFile' },
  { name: 'certificatePath', type: 'filePath' },
];
const PRINT_ENVIRONMENT = `let stdin = ''; process.stdin.on('data', text => { stdin += text }).on('end', () =>
  console.log(JSON.stringify({ ...process.env, cwd: process.cwd(), version: process.version, stdin })))`;

const environmentOf = (rawStdout: string): Record<string, unknown> => JSON.parse(rawStdout);

describe('a task', () => {
  test('gets inputs, variables, the named connection and the system connection, and nothing of the parent', async () => {
    const options = {
      serviceConnections: [CONNECTION, OTHER],
      secureFiles: [{ id: ID, name: 'cert.pem', ticket: 'ticket-1' }],
      variables: { 'my.public var': 'p', conn: 'production' },
      secretVariables: { 'my.secret': 's3cret-value' },
      jobToken: 'job-token-1',
      organization: 'fabrikam',
      oidcRequestUri: 'https://oidc.example/oidctoken',
      agentEnv: { NODE_EXTRA_CA_CERTS: '/ca.pem', NODE_OPTIONS: '--inspect' },
    };
    await withTask({ main: PRINT_ENVIRONMENT, metadata: { inputs: INPUTS } }, directory =>
      withPipelineJob({ ...options, tasks: { 'Fake@1': directory } }, async job => {
        const result = await job.step({
          task: 'Fake@1',
          inputs: {
            azureSubscription: '$(conn)',
            certificateSecureFile: 'cert.pem',
            'extra.one': ' $(my.secret) $(nope) ',
          },
          env: { MAPPED: '$(my.secret)' },
        });
        const environment = environmentOf(result.rawStdout);
        expect(environment).toMatchObject({
          INPUT_CONNECTEDSERVICENAME: ID,
          INPUT_SCOPE: 'graph',
          INPUT_EXTRA_ONE: 's3cret-value $(nope)',
          // An empty path becomes the sources directory.
          INPUT_CERTIFICATEPATH: job.workspaceDir,
          [`SECUREFILE_NAME_${ID}`]: 'cert.pem',
          [`SECUREFILE_TICKET_${ID}`]: 'ticket-1',
          [`ENDPOINT_URL_${ID}`]: 'https://management.azure.com/',
          [`ENDPOINT_AUTH_${ID}`]:
            '{"parameters":{"serviceprincipalid":"client","tenantid":"tenant"},"scheme":"WorkloadIdentityFederation"}',
          [`ENDPOINT_AUTH_SCHEME_${ID}`]: 'WorkloadIdentityFederation',
          [`ENDPOINT_AUTH_PARAMETER_${ID}_SERVICEPRINCIPALID`]: 'client',
          [`ENDPOINT_DATA_${ID}_ENVIRONMENT`]: 'AzureCloud',
          [`ENDPOINT_DATA_${ID}_SOME_KEY_X`]: 'v',
          ENDPOINT_URL_SYSTEMVSSCONNECTION: 'https://dev.azure.com/fabrikam/',
          ENDPOINT_AUTH_PARAMETER_SYSTEMVSSCONNECTION_ACCESSTOKEN: 'job-token-1',
          SYSTEM_OIDCREQUESTURI: 'https://oidc.example/oidctoken',
          SYSTEM_COLLECTIONURI: 'https://dev.azure.com/fabrikam/',
          SECRET_MY_SECRET: 's3cret-value',
          SECRET_SYSTEM_ACCESSTOKEN: 'job-token-1',
          MY_PUBLIC_VAR: 'p',
          MAPPED: 's3cret-value',
          AGENT_TEMPDIRECTORY: job.tempDir,
          TASK_DISPLAYNAME: 'Fake task',
          TF_BUILD: 'True',
          NODE_EXTRA_CA_CERTS: '/ca.pem',
          cwd: job.workspaceDir,
          stdin: '',
        });
        expect(environment['version']).toMatch(/^v24\./);
        expect(JSON.parse(String(environment['VSTS_SECRET_VARIABLES']))).toEqual(['System.AccessToken', 'my.secret']);
        expect(JSON.parse(String(environment['VSTS_PUBLIC_VARIABLES']))).toContain('my.public var');
        const absent = [
          `ENDPOINT_URL_${OTHER.id}`,
          'MY_SECRET',
          'SYSTEM_DEBUG',
          'NODE_OPTIONS',
          'JEST_WORKER_ID',
          'ENDPOINT_DATA_SYSTEMVSSCONNECTION',
          'COMMAND_CORRELATION_ID',
        ];
        for (const name of absent) expect(environment).not.toHaveProperty([name]);
      }),
    );
  });

  test.each([
    [{}, /^v24\./],
    [{ handler: 'Node20_1' }, /^v20\./],
    [{ node: 'n20' }, /^v20\./],
  ] as const)('with %p runs on its Node.js', async (options, version) => {
    await withTask({ main: PRINT_ENVIRONMENT }, directory =>
      withPipelineJob({ ...options, debug: true, tasks: { Fake: directory } }, async job => {
        const result = await job.step({ task: 'Fake@1' });
        expect(environmentOf(result.rawStdout)).toMatchObject({
          version: expect.stringMatching(version),
          SYSTEM_DEBUG: 'true',
        });
        expect(result.log).toContain('##[section]Starting: Fake task\n');
        expect(result.log).toContain('Version      : 1.2.3\n');
      }),
    );
  });

  test('with only a handler that the agent does not know fails', async () => {
    await withTask({ main: '', metadata: { execution: { Node20: { target: 'main.js' } } } }, directory =>
      withPipelineJob({ tasks: { Fake: directory } }, async job => {
        expect((await job.step({ task: 'Fake@1' })).annotations[0]?.message).toMatch(
          /not capable of running this task/,
        );
      }),
    );
  });

  test.each([
    [
      'an exit code alone fails it',
      'process.exitCode = 3',
      'failure',
      [
        expect.stringMatching(
          /^##\[error\]Exit code 3 returned from process: file name '.*node', arguments '".*main\.js"'\.$/,
        ),
      ],
    ],
    ['an exit code of 0 is enough', '', 'success', []],
    [
      'a signal fails it as an exit code',
      `process.kill(process.pid, 'SIGKILL')`,
      'failure',
      [expect.stringMatching(/^##\[error\]Exit code 137 returned/)],
    ],
    ['a failed task.complete adds no issue', `console.log('##vso[task.complete result=Failed;]why')`, 'failure', []],
    [
      'the worst result counts',
      `console.log('##vso[task.complete result=Failed]\\n##vso[task.complete result=Succeeded]')`,
      'failure',
      [],
    ],
    ['issues are a success', `console.log('##vso[task.complete result=SucceededWithIssues]')`, 'success', []],
    [
      'a skipped task stays skipped',
      `console.log('##vso[task.complete result=Skipped]\\n##vso[task.complete result=Failed]')`,
      'skipped',
      [],
    ],
    [
      'an error on stderr is a command too',
      `console.error('##vso[task.logissue type=error]boom')`,
      'success',
      ['##[error]boom'],
    ],
  ])('%s', async (_, main, outcome, body) => {
    await withTask({ main }, directory =>
      withPipelineJob({ tasks: { Fake: directory } }, async job => {
        const result = await job.step({ task: 'Fake@1' });
        expect(result.outcome).toBe(outcome);
        expect(bodyOf(result.log)).toEqual(body);
      }),
    );
  });

  test('keeps task variables for its post-job part, which runs last first, even when the task was skipped', async () => {
    const task = {
      main: `console.log('##vso[task.settaskvariable variable=my.state;issecret=true]' + process.env.INPUT_WHO + '-state')`,
      post: `console.log('post', process.env.INPUT_WHO, String(process.env.VSTS_TASKVARIABLE_MY_STATE).length, process.env.VSTS_TASKVARIABLE_MY_STATE)`,
      metadata: { postjobexecution: { Node24: { target: 'post.js' } } },
    };
    await withTask(task, directory =>
      withPipelineJob({ tasks: { Fake: directory } }, async job => {
        const first = await job.step({ task: 'Fake@1', inputs: { who: 'first' } });
        await job.step({ task: 'Fake@1', inputs: { who: 'second' }, condition: 'false' });
        expect(first.state).toEqual({ 'my.state': 'first-state' });
        const { post } = await job.finish();
        expect(post.map(({ log }) => bodyOf(log))).toEqual([['post second 9 undefined'], ['post first 11 ***']]);
        expect(post[0]?.log).toMatch(/^##\[section\]Starting: Post-job: Fake task\n/);
      }),
    );
  });

  test('is complete five seconds after it said so, though its process goes on', async () => {
    const main = `console.log('##vso[task.complete result=Succeeded;done=true]'); setTimeout(() => {}, 60000);`;
    await withTask({ main }, directory =>
      withPipelineJob({ tasks: { Fake: directory } }, async job => {
        expect(await job.step({ task: 'Fake@1' })).toMatchObject({ outcome: 'success', exitCode: null });
        expect((await job.finish()).orphans).toHaveLength(1);
      }),
    );
  }, 20_000);

  test('that names a connection which does not exist fails with the words of the server', async () => {
    await withTask({ main: '', metadata: { inputs: INPUTS } }, directory =>
      withPipelineJob({ tasks: { Fake: directory } }, async job => {
        const { annotations } = await job.step({ task: 'Fake@1', inputs: { azureSubscription: 'nowhere' } });
        expect(annotations[0]?.message).toMatch(
          /input azureSubscription references service connection nowhere which could not be found/,
        );
      }),
    );
  });

  test('is skipped in a fork without secrets when it names a connection', async () => {
    const variables = { 'system.restrictSecrets': 'True', 'system.pullRequest.isFork': 'True' };
    await withTask({ main: '', metadata: { inputs: INPUTS } }, directory =>
      withPipelineJob({ tasks: { Fake: directory }, variables, serviceConnections: [CONNECTION] }, async job => {
        expect((await job.step({ task: 'Fake@1', inputs: { azureSubscription: 'production' } })).outcome).toBe(
          'skipped',
        );
        expect((await job.step({ task: 'Fake@1' })).outcome).toBe('success');
      }),
    );
  });

  test('that is not given cannot be used', async () => {
    await withPipelineJob({}, async job => {
      await expect(job.step({ task: 'Unknown@1' })).rejects.toThrow("The pipeline references a task called 'Unknown'");
    });
  });
});
