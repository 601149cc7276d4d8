import { run } from '@entra-token/core';
import { describe, expect, test } from '@jest/globals';
import { recordingPlatform } from './recording-platform.js';

const now = () => new Date('2026-11-22T10:00:00Z');

describe('a failure nobody foresaw', () => {
  test('says that it is ours, asks for a report, and shows its stack only when debugging', async () => {
    const platform = recordingPlatform({ 'tenant-id': 'contoso.com', scope: 'graph' });
    const broken = {
      ...platform,
      input(): string {
        throw new TypeError('cannot read ::error::properties\nof undefined');
      },
    };
    await run(broken, now);
    expect(platform.failures).toEqual([
      {
        title: 'Entra Token failed',
        message: expect.stringMatching(
          /mistake in Entra Token itself.*TypeError: cannot read : :error: :properties of undefined.*Please report/,
        ),
      },
    ]);
  });
});

test('every secret input is masked before anything is printed, even when the inputs are wrong', async () => {
  const order: string[] = [];
  const platform = recordingPlatform({ 'client-secret': 'the-secret-itself', certificate: 'the-other-one' });
  await run(
    {
      ...platform,
      mask: value => order.push(`mask ${value}`),
      info: line => order.push(`print ${line}`),
      fail: (_title, message) => order.push(`print ${message}`),
    },
    now,
  );
  const firstPrint = order.findIndex(entry => entry.startsWith('print'));
  expect(order.indexOf('mask the-secret-itself')).toBeGreaterThanOrEqual(0);
  expect(order.indexOf('mask the-other-one')).toBeGreaterThanOrEqual(0);
  expect(order.slice(firstPrint).filter(entry => entry.startsWith('mask'))).toEqual([]);
});

test('the name of a variable that does not exist is told, also where a secret was expected', async () => {
  const given = { 'client-secret': '$(missing)', 'tenant-id': 'contoso.com', 'client-id': 'x', scope: 'graph' };
  const platform = recordingPlatform(given, { name: 'azure-pipelines' });
  await run(platform, now);
  expect(platform.masked).toEqual([]);
  expect(platform.failures[0]?.message).toContain("clientSecret: holds '$(missing)'");
});
