import type { PlatformName } from '@entra-token/core';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { nextStep } from '../../packages/core/src/report/next-step.js';
import { successSummary } from '../../packages/core/src/report/summary.js';
import { recordingPlatform } from './recording-platform.js';

const clientId = '66666666-7777-8888-9999-000000000000';
const request = {
  identity: {
    kind: 'application',
    authority: { cloud: 'public', url: 'https://login.microsoftonline.com/contoso.com' },
    clientId,
    credential: { kind: 'client-secret', clientSecret: 'the-secret-itself' },
  },
  scopes: [],
  expectations: { audience: undefined, roles: [], minLifetimeSeconds: 0, verifyUrl: undefined },
  exportVariable: undefined,
  jobSummary: true,
  warnings: [],
} as const;

const token = {
  scope: { name: 'stock', written: 'api://inventory', value: 'api://inventory/.default' },
  value: 'the-token-itself',
  tokenType: 'Bearer',
  expiresOn: new Date('2026-11-22T10:00:00Z'),
  refreshToken: 'the-refresh-token-itself',
  claims: { aud: 'api://inventory', roles: ['Items.Read', '<b>|bold|</b>\n# heading'] },
};

describe.each(['github-actions', 'azure-pipelines'] as const)('on %s', (name: PlatformName) => {
  const summary = successSummary(recordingPlatform({}, { name }), request, {
    tokens: [token],
    presented: undefined,
    now: new Date('2026-11-22T09:30:00Z'),
  });

  test('the summary says what was asked for and what came of it', () => {
    for (const text of [
      'login.microsoftonline.com/contoso.com',
      clientId,
      'stock',
      'Items.Read',
      '2026-11-22T10:00:00Z',
    ]) {
      expect(summary).toContain(text);
    }
  });

  test('and holds no secret', () => {
    expect(summary).not.toContain('itself');
  });

  test('text from a token cannot write markdown', () => {
    expect(summary).not.toMatch(/<b>|^# heading/m);
    expect(summary).toContain('&#124;bold&#124;');
  });

  test('the next step is YAML, with the token in the environment only', () => {
    const steps: Record<string, unknown>[] = parse(nextStep[name]);
    expect(steps).toHaveLength(2);
    for (const { env, ...step } of steps) {
      expect(env).toEqual({ AUTH: expect.stringMatching(/authorization-header|authorizationHeader/) });
      expect(JSON.stringify(step)).not.toContain('entra');
    }
  });
});
