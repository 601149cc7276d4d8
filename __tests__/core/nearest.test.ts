import { describe, expect, test } from '@jest/globals';
import { closest, nearest } from '../../packages/core/src/contract/nearest.js';

const credentials = ['auto', 'client-secret', 'certificate', 'oidc', 'federated-token', 'managed-identity', 'password'];

describe('what was probably meant', () => {
  test.each([
    ['client-secrt', 'client-secret'],
    ['Client-Secret', 'client-secret'],
    ['secret', 'client-secret'],
    ['cert', 'certificate'],
    ['federated', 'federated-token'],
    ['odic', undefined],
    ['oidcc', 'oidc'],
    ['workload-identity', undefined],
    ['e', undefined],
    ['', undefined],
  ])('%j: %j', (text, meant) => {
    expect(nearest(text, credentials)).toBe(meant);
  });

  test('is left open where two are as near', () => {
    expect(closest('scope', ['scopes', 'scopa'])).toBeUndefined();
    expect(nearest('token', ['token-file', 'token-type'])).toBeUndefined();
  });

  test('is nothing where there is nothing to mean', () => {
    expect(nearest('scope', [])).toBeUndefined();
  });
});
