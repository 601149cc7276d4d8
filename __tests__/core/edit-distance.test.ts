import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editDistance } from '../../packages/core/src/contract/edit-distance.js';

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['abc', 'abc', 0],
  ['abc', 'abd', 1],
  ['abc', 'ab', 1],
  ['abc', 'xabc', 1],
  ['abc', 'acb', 2],
  ['kitten', 'sitting', 3],
  ['onmicrosft.com', 'onmicrosoft.com', 1],
  ['com', 'onmicrosoft.com', 12],
])('from %j to %j: %d', (one, other, distance) => {
  expect(editDistance(one, other)).toBe(distance);
});

const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.'), maxLength: 12 });

test('is the same both ways, nothing only between equals, and never more by a detour', () => {
  fc.assert(
    fc.property(texts, texts, texts, (one, other, third) => {
      const distance = editDistance(one, other);
      expect(editDistance(other, one)).toBe(distance);
      expect(distance === 0).toBe(one === other);
      expect(distance).toBeLessThanOrEqual(editDistance(one, third) + editDistance(third, other));
      expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
    }),
    { numRuns: 200 },
  );
});
