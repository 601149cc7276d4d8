import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markdownTable, markdownText } from '../../packages/core/src/report/markdown.js';
import { safeText } from '../../packages/core/src/report/safe-text.js';
import { fuzzRuns } from './fuzz-runs.js';

const commands = fc.constantFrom(
  '::',
  ':',
  '#',
  '##[',
  '##vso[',
  '::error::',
  '\n',
  '\r',
  '\u001b[31m',
  '\u202e',
  '\u2066',
  '\u2028',
  '😀',
  '\ud83d',
  '|',
  '`',
  '\\',
  '<b>',
);
const characters = fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code));
const pieces = fc
  .array(fc.oneof(commands, characters, fc.string({ unit: 'binary' })), { maxLength: 60, size: 'max' })
  .map(all => all.join(''));

/** Texts from outside, a few of them longer than any message. */
const texts = fc.oneof(
  { weight: 9, arbitrary: pieces },
  {
    weight: 1,
    arbitrary: fc.tuple(pieces, fc.nat({ max: 3000 })).map(([text, times]) => text.repeat(times).slice(0, 5000)),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.integer({ min: 990, max: 1010 }), pieces).map(([length, text]) => 'x'.repeat(length) + text),
  },
);

describe('safe text', () => {
  test('is one bounded line without controls, marks and commands', () => {
    fc.assert(
      fc.property(texts, text => {
        const safe = safeText(text);
        expect(safe).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/u);
        expect(safe).not.toMatch(/::|##/);
        expect(safe.length).toBeLessThanOrEqual(1000);
      }),
      fuzzRuns(),
    );
  });

  test('stays as it is when it is made safe again', () => {
    fc.assert(
      fc.property(texts, text => expect(safeText(safeText(text))).toBe(safeText(text))),
      fuzzRuns(),
    );
  });

  test('in markdown reads as the text, and is nothing but text', () => {
    fc.assert(
      fc.property(texts, text => {
        const markdown = markdownText(text);
        expect(markdown.replace(/&#\d+;/g, '')).not.toMatch(/[\\`*_{}[\]<>()#+!|~&$@\n]/);
        const read = markdown.replace(/&#(\d+);/g, (_entity, code: string) => String.fromCharCode(Number(code)));
        expect(read).toBe(safeText(text));
        expect(markdownTable([['Label', text]]).split('\n')).toHaveLength(3);
      }),
      fuzzRuns(),
    );
  });
});
