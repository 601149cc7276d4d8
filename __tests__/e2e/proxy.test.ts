import { type HttpProxy, startProxy } from '@entra-token/emulator';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { app, inPipeline } from './pipeline.js';
import { platforms } from './platforms.js';
import { startWorld, type World } from './world.js';

const credentials = { user: 'job', password: 'pr0xy-p@ss/word' };
const authority = `${credentials.user}:${encodeURIComponent(credentials.password)}`;

let world: World;
let proxy: HttpProxy;
beforeAll(async () => {
  world = await startWorld();
  proxy = await startProxy({ credentials });
});
afterAll(async () => {
  await proxy.close();
  await world.end();
});

/** The same world on a machine with more variables. */
function machine(variables: Record<string, string>): World {
  const secrets = () => [...world.secrets(), credentials.password];
  return { ...world, secrets, machineEnv: { ...world.machineEnv, ...variables } };
}

function withCredentials(): string {
  return proxy.url.replace('http://', `http://${authority}@`);
}

describe.each(platforms)('%s', (_name, inJob, run) => {
  test('both hops go through the proxy, with its credentials, and end to end encrypted', async () => {
    const before = proxy.requests.length;
    world.countRequests();
    await inJob(machine({ HTTPS_PROXY: withCredentials() }), run, {}, async ({ got }) => {
      expect(got.outcome).toBe('success');
      expect(world.countRequests()).toEqual({ issuer: 1, entra: 1 });
    });
    const hosts = proxy.requests.slice(before).filter(({ authorized }) => authorized);
    expect(hosts).toHaveLength(2);
    expect(hosts[1]?.host).toBe(new URL(world.emulator.entra.origin).host);
  });

  test('NO_PROXY is kept to', async () => {
    const before = proxy.requests.length;
    await inJob(machine({ https_proxy: withCredentials(), no_proxy: 'localhost' }), run, {}, async ({ got }) => {
      expect(got.outcome).toBe('success');
    });
    expect(proxy.requests.length).toBe(before);
  });

  test('a proxy that wants credentials is told apart from Entra', async () => {
    world.countRequests();
    const given = { secrets: { 'client-secret': world.sample.clientSecret } };
    await inJob(machine({ HTTPS_PROXY: proxy.url }), run, given, async ({ got }) => {
      expect(got.annotations).toEqual([
        expect.objectContaining({
          message: expect.stringMatching(/is the proxy .* refused to connect\. Entra was not asked.*407/),
        }),
      ]);
      expect(world.countRequests()).toEqual({ issuer: 0, entra: 0 });
    });
  });

  test('a proxy that is not there is named', async () => {
    const given = { inputs: { timeout: '3' }, secrets: { 'client-secret': world.sample.clientSecret } };
    await inJob(machine({ HTTPS_PROXY: 'http://127.0.0.1:1' }), run, given, async ({ got }) => {
      expect(got.annotations).toEqual([
        expect.objectContaining({
          message: expect.stringMatching(/^.*127\.0\.0\.1:1 is the proxy .* cannot be reached/),
        }),
      ]);
    });
  });
});

describe.each(['n24', 'n20'] as const)('the settings of the agent, on %s', node => {
  test('proxy, credentials and the list of exceptions', async () => {
    const variables = {
      'Agent.ProxyUrl': proxy.url,
      'Agent.ProxyUsername': credentials.user,
      'Agent.ProxyBypassList': JSON.stringify(['^https://localhost:\\d+/never/', '[']),
    };
    const before = proxy.requests.length;
    await inPipeline(
      machine({}),
      { node, debug: true },
      async ({ getToken }) => {
        expect((await getToken(app(world))).outcome).toBe('success');
      },
      { variables, secrets: { 'Agent.ProxyPassword': credentials.password } },
    );
    expect(proxy.requests.slice(before).filter(({ authorized }) => authorized)).toHaveLength(2);
  });

  test('an exception for every host', async () => {
    const variables = { 'Agent.ProxyUrl': proxy.url, 'Agent.ProxyBypassList': JSON.stringify(['localhost']) };
    const before = proxy.requests.length;
    await inPipeline(
      machine({}),
      { node, debug: false },
      async ({ getToken }) => {
        expect((await getToken(app(world))).outcome).toBe('success');
      },
      { variables },
    );
    expect(proxy.requests.length).toBe(before);
  });

  test("the agent's CA file is trusted", async () => {
    await inPipeline(
      machine({ NODE_EXTRA_CA_CERTS: '' }),
      { node, debug: false },
      async ({ getToken }) => {
        expect((await getToken(app(world))).outcome).toBe('success');
      },
      { variables: { 'Agent.CAInfo': world.caFile } },
    );
  });
});
