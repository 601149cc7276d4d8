import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wrap } from '../../../packages/core/src/report/wrap.js';

test.each([
  ['', '', ['']],
  ['one line', '', ['one line']],
  ['x'.repeat(100), '  ', [`  ${'x'.repeat(100)}`]],
  [`${'a'.repeat(39)} ${'b'.repeat(40)}`, '', [`${'a'.repeat(39)} ${'b'.repeat(40)}`]],
  [`${'a'.repeat(40)} ${'b'.repeat(40)}`, '', ['a'.repeat(40), `  ${'b'.repeat(40)}`]],
  [`For: ${'x'.repeat(90)} and more`, '  ', ['  For:', `    ${'x'.repeat(90)}`, '    and more']],
])('%j, indented by %j', (text, indent, lines) => {
  expect(wrap(text, indent)).toEqual(lines);
});

describe('whatever the words', () => {
  const words = fc.array(
    fc.string({ unit: fc.constantFrom('a', 'é', '.', '-', ':', '#'), minLength: 1, maxLength: 100 }),
    {
      minLength: 1,
      maxLength: 40,
    },
  );
  const indents = fc.constantFrom('', '  ', '    ');

  test('a line is longer than 80 only where it is one word, and none is empty', () => {
    fc.assert(
      fc.property(words, indents, (all, indent) => {
        for (const line of wrap(all.join(' '), indent)) {
          expect(line.trim()).not.toBe('');
          if (line.length > 80) expect(line.trim()).not.toContain(' ');
        }
      }),
      { numRuns: 200 },
    );
  });

  test('nothing is lost, and each line stands where it should', () => {
    fc.assert(
      fc.property(words, indents, (all, indent) => {
        const [first = '', ...others] = wrap(all.join(' '), indent);
        expect(first.startsWith(indent)).toBe(true);
        expect(first.charAt(indent.length)).not.toBe(' ');
        for (const line of others) expect(line).toMatch(new RegExp(`^${indent} {2}[^ ]`));
        expect([first, ...others].map(line => line.trimStart()).join(' ')).toBe(all.join(' '));
      }),
      { numRuns: 200 },
    );
  });

  test('no line has room for the next word', () => {
    fc.assert(
      fc.property(words, indents, (all, indent) => {
        const lines = wrap(all.join(' '), indent);
        for (const [index, line] of lines.slice(1).entries()) {
          const [word = ''] = line.trimStart().split(' ');
          expect(`${lines[index]} ${word}`.length).toBeGreaterThan(80);
        }
      }),
      { numRuns: 200 },
    );
  });
});
