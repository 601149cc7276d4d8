import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { app, inPipeline } from './pipeline.js';
import { inWorkflow } from './workflow.js';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.end());

const run = { node: 'n24', debug: false } as const;

/** What the log says of the token, with broken lines joined. */
function explanation(log: string): string {
  const [, text = ''] = /^(Got the token [\s\S]*?)(?=^##|(?![\s\S]))/m.exec(log) ?? [];
  return text.replace(/\n {4}(?=\S)/g, ' ').trim();
}

describe('whom a token is for, what it may do, and for how long', () => {
  test('on GitHub Actions, which tells no job how long it may take', async () => {
    await inWorkflow(world, run, async ({ getToken }) => {
      const { log, summary } = await getToken({});
      const { clientId, tenantId, inventory, scope } = world.sample;
      expect(explanation(log).replace(/until \S+Z/, 'until TIME')).toBe(
        [
          `Got the token '${scope}', valid until TIME.`,
          `  For: app ${clientId}, tenant ${tenantId}`,
          `  Audience: ${inventory.clientId}`,
          '  Roles or scopes: Items.Read',
          '  Lives for: 59 minutes; a step that starts later needs a new one',
        ].join('\n'),
      );
      expect(summary).toContain(`| app ${clientId}, tenant ${tenantId} | ${inventory.clientId} | Items.Read |`);
    });
  });

  test("of a user, the user's name and the permissions that were consented to", async () => {
    const { publicClientId, user } = world.sample;
    const inputs = {
      'client-id': publicClientId,
      username: user.userPrincipalName,
      scope: 'api://inventory/Items.Read',
    };
    await inWorkflow(
      world,
      run,
      async ({ getToken }) => {
        const { log } = await getToken({ ...inputs, password: '${{ secrets.PASSWORD }}' });
        expect(explanation(log)).toContain(`For: user ${user.userPrincipalName}, app ${publicClientId}`);
        expect(explanation(log)).toContain('Roles or scopes: Items.Read');
      },
      { secrets: { PASSWORD: user.password } },
    );
  });

  test.each([
    ['60', '59 minutes of the 60 the job may take; a step that starts later needs a new one'],
    ['30', '59 minutes, and the job may take 30'],
    ['0', '59 minutes; a step that starts later needs a new one'],
  ])('on Azure Pipelines, in a job that may take %s minutes', async (minutes, lifetime) => {
    await inPipeline(
      world,
      run,
      async ({ getToken }) => {
        const { log } = await getToken({ ...app(world), clientSecret: '$(clientSecret)' });
        expect(explanation(log)).toContain(`  Lives for: ${lifetime}`);
      },
      { variables: { 'system.jobTimeout': minutes } },
    );
  });
});
