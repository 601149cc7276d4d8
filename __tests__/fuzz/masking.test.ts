import type { PlatformName } from '@entra-token/core';
import { findLeaks } from '@entra-token/stand-ins';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskSecret } from '../../packages/core/src/report/mask-secrets.js';
import { secretForms, shortestMasked } from '../../packages/core/src/report/secret-forms.js';
import { createAgentMasker } from '../../packages/stand-ins/src/azure/agent-masks.js';
import { addMask, createRunnerMasker } from '../../packages/stand-ins/src/github/job-masks.js';
import { recordingPlatform } from '../core/recording-platform.js';
import { fuzzRuns } from './fuzz-runs.js';
import { secrets } from './secrets.js';
import { shownSecrets } from './shown-secret.js';

/** What the platform's log shows of a text after core has masked a secret; undefined when it is too short for that. */
function shownBy(name: PlatformName, secret: string, text: string): string | undefined {
  const platform = recordingPlatform({}, { name });
  if (!maskSecret(platform, secret)) return undefined;
  const masker = name === 'github-actions' ? createRunnerMasker() : createAgentMasker();
  for (const value of platform.masked) {
    if (name === 'github-actions') addMask(masker, value);
    else masker.add(value);
  }
  // Both mask line by line.
  return text
    .split('\n')
    .map(line => masker.mask(line))
    .join('\n');
}

describe.each<PlatformName>(['github-actions', 'azure-pipelines'])('on %s', name => {
  test('no form of a masked secret shows', () => {
    fc.assert(
      fc.property(secrets, shownSecrets, (secret, shown) => {
        // What is masked shows as stars, and is no leak of a secret that has them.
        fc.pre(!secret.includes('***'));
        const log = shownBy(name, secret, shown.text(secret));
        fc.pre(log !== undefined);
        expect(findLeaks(log, [secret])).toEqual([]);
      }),
      fuzzRuns(),
    );
  });
});

describe('the forms of a secret', () => {
  test('are single lines, long enough, and few', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          secrets,
          fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code)) }),
        ),
        secret => {
          const forms = secretForms(secret);
          const lines = secret.split(/[\r\n]|\\n/).length;
          expect(forms.filter(form => form.length < shortestMasked || /[\r\n]/.test(form))).toEqual([]);
          expect(forms.length).toBeLessThanOrEqual(2 * lines + 80);
          expect(new Set(forms).size).toBe(forms.length);
        },
      ),
      fuzzRuns(),
    );
  });

  test('are none of a value that is too short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: shortestMasked }), value => {
        fc.pre(value.length < shortestMasked);
        const platform = recordingPlatform({});
        expect(maskSecret(platform, value)).toBe(false);
        expect(platform.masked).toEqual([]);
      }),
      fuzzRuns(),
    );
  });
});
