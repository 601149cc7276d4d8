import { describe, expect, test } from '@jest/globals';
import { markdownText } from '../../packages/core/src/report/markdown.js';
import { safeText } from '../../packages/core/src/report/safe-text.js';

describe('text from outside', () => {
  test.each([
    ['one\ntwo\r\nthree', 'one two three'],
    ['a\u2028b\u2029c', 'a b c'],
    ['::error::gotcha', ': :error: :gotcha'],
    ['x\n::add-mask::e', 'x : :add-mask: :e'],
    ['##vso[task.complete result=Succeeded]', '# #vso[task.complete result=Succeeded]'],
    ['mid ##[error] line', 'mid # #[error] line'],
    ['###vso[x]', '# # #vso[x]'],
    ['\u001b[31mred\u001b[0m', '[31mred [0m'],
    ['safe\u202egnp.exe', 'safe gnp.exe'],
    ['zero\u200bwidth\ufeff', 'zero width'],
    ['tab\tand\0null', 'tab and null'],
    ['https://login.example/x?a=b', 'https://login.example/x?a=b'],
    ['plain', 'plain'],
  ])('%j', (text, safe) => {
    expect(safeText(text)).toBe(safe);
  });

  test('is bounded', () => {
    const text = safeText('x'.repeat(1_000_000));
    expect(text).toHaveLength(1000);
    expect(text).toMatch(/x \[…\]$/);
  });

  test('is not cut through a character', () => {
    expect(safeText(`${'x'.repeat(995)}${'😀'.repeat(10)}`)).toBe(`${'x'.repeat(995)} […]`);
  });
});

describe('in markdown', () => {
  test.each([
    ['a|b', 'a&#124;b'],
    ['<img src=x>', '&#60;img src=x&#62;'],
    ['`code` **bold** [link](x)', '&#96;code&#96; &#42;&#42;bold&#42;&#42; &#91;link&#93;&#40;x&#41;'],
    ['@team #1', '&#64;team &#35;1'],
  ])('%j', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });
});
