import { environmentProxy } from '@entra-token/core';
import { describe, expect, test } from '@jest/globals';
import { proxyCredentials } from '../../packages/core/src/transport/proxy-settings.js';

describe('the proxy of the environment', () => {
  test.each([
    [{ HTTPS_PROXY: 'http://proxy.example:8080' }, 'http://proxy.example:8080/'],
    [{ https_proxy: 'http://proxy.example:8080' }, 'http://proxy.example:8080/'],
    [{ https_proxy: 'http://lower.example', HTTPS_PROXY: 'http://upper.example' }, 'http://lower.example/'],
    [{ HTTP_PROXY: 'http://proxy.example' }, 'http://proxy.example/'],
    [{ HTTPS_PROXY: 'proxy.example:3128' }, 'http://proxy.example:3128/'],
    [{ HTTPS_PROXY: 'https://u:p%40ss@proxy.example' }, 'https://u:p%40ss@proxy.example/'],
  ])('%j', (environment, proxy) => {
    expect(environmentProxy(environment)?.proxy.href).toBe(proxy);
  });

  test.each([{}, { HTTPS_PROXY: '' }, { HTTPS_PROXY: 'socks5://proxy.example' }, { HTTPS_PROXY: 'http://' }])(
    'none: %j',
    environment => {
      expect(environmentProxy(environment)).toBeUndefined();
    },
  );

  test.each([
    ['login.example', true],
    ['.example', true],
    ['*.example', true],
    ['example', true],
    ['*', true],
    ['other.example, login.example', true],
    ['login.example:443', true],
    ['login.example:8443', false],
    ['gin.example', false],
    ['login.example.com', false],
    ['', false],
  ])('NO_PROXY=%s', (exceptions, bypassed) => {
    const settings = environmentProxy({ HTTPS_PROXY: 'http://proxy.example', NO_PROXY: exceptions });
    expect(settings?.bypasses(new URL('https://login.example/t/token'))).toBe(bypassed);
  });
});

test.each([
  ['http://proxy.example', '', ''],
  ['http://job:p%40ss@proxy.example', 'job', 'p@ss'],
  ['http://job:50%off@proxy.example', 'job', '50%off'],
])('the credentials in %s', (address, user, password) => {
  expect(proxyCredentials(new URL(address))).toEqual({ user, password });
});
