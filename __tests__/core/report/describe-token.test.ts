import { describe, expect, test } from '@jest/globals';
import { describeToken } from '../../../packages/core/src/report/describe-token.js';

const now = new Date('2026-11-22T10:00:00Z');
const client = '66666666-7777-8888-9999-000000000000';
const tenant = '11111111-2222-3333-4444-555555555555';

function described(claims: Readonly<Record<string, unknown>> | undefined, seconds = 3599, jobTimeoutMinutes?: number) {
  const token = {
    scope: { name: 'stock', written: 'api://inventory', value: 'api://inventory/.default' },
    value: 'the-token-itself',
    tokenType: 'Bearer',
    expiresOn: new Date(now.getTime() + seconds * 1000),
    refreshToken: 'the-refresh-token-itself',
    claims,
  };
  return describeToken(token, now, jobTimeoutMinutes);
}

describe('whom a token is for', () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    [
      'an app, v1.0',
      { appid: client, tid: tenant, roles: ['Items.Read', 'Items.Write'] },
      `app ${client}, tenant ${tenant}`,
      'Items.Read, Items.Write',
    ],
    ['an app, v2.0', { azp: client, tid: tenant, roles: [] }, `app ${client}, tenant ${tenant}`, 'none in the token'],
    [
      'an app with both',
      { azp: client, tid: tenant, roles: ['A'], scp: 'B C' },
      `app ${client}, tenant ${tenant}`,
      'A, B C',
    ],
    [
      'a user, v1.0',
      { appid: client, tid: tenant, upn: 'ada@contoso.com', unique_name: 'other', scp: 'Items.Read Items.Write' },
      `user ada@contoso.com, app ${client}, tenant ${tenant}`,
      'Items.Read Items.Write',
    ],
    [
      'a user, v2.0',
      { azp: client, tid: tenant, preferred_username: 'ada@contoso.com', scp: 'Items.Read' },
      `user ada@contoso.com, app ${client}, tenant ${tenant}`,
      'Items.Read',
    ],
    [
      'a guest, v1.0',
      { appid: client, unique_name: 'ada@home.example' },
      `user ada@home.example, app ${client}`,
      'none in the token',
    ],
    ['one that says nothing', {}, 'not stated', 'none in the token'],
    ['one with claims of other types', { azp: 1, tid: { a: 1 }, roles: [1, 'Items.Read'] }, 'not stated', 'Items.Read'],
  ])('%s', (_kind, claims, subject, permissions) => {
    expect(described(claims)).toMatchObject({ subject, permissions });
  });

  test('one that is no JWT', () => {
    expect(described(undefined)).toMatchObject({
      name: 'stock',
      scope: 'api://inventory/.default',
      subject: 'not readable (the token is no JWT)',
      audience: 'not readable (the token is no JWT)',
      permissions: 'not readable',
      expiresOn: '2026-11-22T10:59:59Z',
    });
  });
});

describe('how long a token lives', () => {
  test.each([
    [3599, undefined, '59 minutes; a step that starts later needs a new one'],
    [119, undefined, '1 minute; a step that starts later needs a new one'],
    [59, undefined, '0 minutes; a step that starts later needs a new one'],
    [3599, 60, '59 minutes of the 60 the job may take; a step that starts later needs a new one'],
    [3599, 360, '59 minutes of the 360 the job may take; a step that starts later needs a new one'],
  ])('%d seconds, in a job of %s minutes', (seconds, jobTimeoutMinutes, lifetime) => {
    expect(described({}, seconds, jobTimeoutMinutes).lifetime).toBe(lifetime);
  });

  test.each([
    [3600, 60],
    [3600, 10],
  ])('%d seconds are enough for a job of %d minutes', (seconds, jobTimeoutMinutes) => {
    const { lifetime } = described({}, seconds, jobTimeoutMinutes);
    expect(lifetime).toMatch(/^60 minutes, /);
    expect(lifetime).not.toContain('needs a new one');
  });
});

test('its value and the refresh token are not told', () => {
  expect(JSON.stringify(described({ aud: 'api://inventory' }))).not.toContain('itself');
});
