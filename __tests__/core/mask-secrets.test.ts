import { describe, expect, test } from '@jest/globals';
import { maskSecretInputs, tooShortToMask } from '../../packages/core/src/report/mask-secrets.js';
import { recordingPlatform } from './recording-platform.js';

describe('secret inputs', () => {
  test.each(['a', 'true', '1234', 'abcde', 'one\ntwo', '  abc  '])('too short to be masked: %j', password => {
    const platform = recordingPlatform({ password });
    expect(maskSecretInputs(platform)).toEqual(['password']);
    expect(platform.masked).toEqual([]);
  });

  test.each(['abcdef', 'a\nabcdef', 'a\\nb c', '-----'.repeat(2)])('long enough: %j', password => {
    const platform = recordingPlatform({ password });
    expect(maskSecretInputs(platform)).toEqual([]);
    expect(platform.masked).not.toEqual([]);
  });

  test('are named as the platform spells them', () => {
    const platform = recordingPlatform({ 'client-secret': '1234', password: 'a' }, { name: 'azure-pipelines' });
    expect(maskSecretInputs(platform)).toEqual(['clientSecret', 'password']);
  });

  test('that are not given are nothing to warn of', () => {
    expect(maskSecretInputs(recordingPlatform({ password: '  ', 'client-id': 'abc' }))).toEqual([]);
  });

  test('the warning names the input and says why', () => {
    expect(tooShortToMask('clientSecret')).toBe(
      'clientSecret: is too short to be masked (no line of 6 characters), for the log would turn into stars wherever those few characters stand. Use a longer secret.',
    );
  });
});
