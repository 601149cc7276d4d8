import { expect, test } from '@jest/globals';
import { markdownProse } from '../../../packages/core/src/report/markdown.js';

test.each([
  ['Add `id-token: write` to it.', 'Add <code>id-token: write</code> to it.'],
  ['`a` and `<b>`', '<code>a</code> and <code>&#60;b&#62;</code>'],
  ['one ` alone', 'one &#96; alone'],
  ['`a` and ` alone', '&#96;a&#96; and &#96; alone'],
  ['no code, <b>bold</b>', 'no code, &#60;b&#62;bold&#60;/b&#62;'],
  ['```\n<script>', '&#96;&#96;&#96; &#60;script&#62;'],
])('%j', (text, markdown) => {
  expect(markdownProse(text)).toBe(markdown);
});
