import { type GitHubJob, githubSubject, send } from '@entra-token/emulator';
import { describe, expect, test } from '@jest/globals';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { useEmulator } from './running-emulator.js';

const running = useEmulator();
const job: GitHubJob = { repository: 'octo/hello', repositoryId: '42', repositoryOwnerId: '7' };

describe('an id token', () => {
  test('is signed with a published key, and tells about the job', async () => {
    const { github, caCertificate, issued } = running().emulator;
    const token = await fetchToken(job, 'api://any');
    const configuration = await send(`${github.origin}/.well-known/openid-configuration`, { ca: caCertificate });
    const { issuer, jwks_uri } = JSON.parse(configuration.body);
    const keys = await send(jwks_uri, { ca: caCertificate });

    const { payload } = await jwtVerify(token, createLocalJWKSet(JSON.parse(keys.body)), {
      issuer,
      audience: 'api://any',
    });

    expect(issuer).toBe(github.origin);
    expect(issued.assertions).toContain(token);
    expect(Number(payload.exp) - Number(payload.iat)).toBe(300);
    expect(payload).toMatchObject({
      sub: 'repo:octo/hello:ref:refs/heads/main',
      repository: 'octo/hello',
      repository_owner: 'octo',
      repository_id: '42',
      repository_owner_id: '7',
      ref: 'refs/heads/main',
      ref_type: 'branch',
      event_name: 'push',
      job_workflow_ref: 'octo/hello/.github/workflows/deploy.yml@refs/heads/main',
      jti: expect.any(String),
    });
  });

  test("is for the owner's address if no audience is asked for", async () => {
    expect(decodeJwt(await fetchToken(job))).toMatchObject({ aud: 'https://github.com/octo' });
  });
});

describe('the subject', () => {
  test.each<[string, Partial<GitHubJob>]>([
    ['repo:octo/hello:ref:refs/heads/main', {}],
    ['repo:octo/hello:ref:refs/tags/v1', { ref: 'refs/tags/v1' }],
    ['repo:octo/hello:pull_request', { eventName: 'pull_request', ref: 'refs/pull/1/merge' }],
    ['repo:octo/hello:environment:prod', { environment: 'prod', eventName: 'pull_request' }],
    ['repo:octo/hello:environment:eu%3Aprod', { environment: 'eu:prod' }],
    ['repo:octo@7/hello@42:ref:refs/heads/main', { immutableSubject: true }],
    ['repo:octo@7/hello@42:environment:prod', { immutableSubject: true, environment: 'prod' }],
    [
      'repo:octo/hello:environment:prod:job_workflow_ref:octo/shared/.github/workflows/x.yml@refs/heads/main',
      {
        environment: 'prod',
        jobWorkflowRef: 'octo/shared/.github/workflows/x.yml@refs/heads/main',
        subjectClaimKeys: ['repo', 'context', 'job_workflow_ref'],
      },
    ],
    [
      'repository_owner:octo:repository_visibility:private',
      { subjectClaimKeys: ['repository_owner', 'repository_visibility'] },
    ],
  ])('%s', async (subject, changes) => {
    expect(decodeJwt(await fetchToken({ ...job, ...changes })).sub).toBe(subject);
    expect(githubSubject({ ...job, ...changes })).toBe(subject);
  });
});

describe('a request is refused', () => {
  test.each(['Bearer wrong', 'Basic abc', ''])('with the authorization %p', async authorization => {
    const { github, caCertificate } = running().emulator;
    const { requestUrl } = github.startJob(job);
    const { status, body } = await send(requestUrl, { headers: { Authorization: authorization }, ca: caCertificate });
    expect(status).toBe(401);
    expect(body).not.toContain('"value"');
  });

  test("with another job's token", async () => {
    const { github, caCertificate } = running().emulator;
    const { requestUrl } = github.startJob(job);
    const { requestToken } = github.startJob(job);
    const { status } = await send(requestUrl, {
      headers: { Authorization: `Bearer ${requestToken}` },
      ca: caCertificate,
    });
    expect(status).toBe(401);
  });
});

async function fetchToken(fromJob: GitHubJob, audience?: string): Promise<string> {
  const { github, caCertificate } = running().emulator;
  const { requestUrl, requestToken } = github.startJob(fromJob);
  const query = audience === undefined ? '' : `&audience=${encodeURIComponent(audience)}`;
  const { body } = await send(requestUrl + query, {
    headers: { Authorization: `Bearer ${requestToken}` },
    ca: caCertificate,
  });
  const { value }: { value: string } = JSON.parse(body);
  return value;
}
