import { describe, expect, test } from '@jest/globals';
import { knownRefusal, sections } from '../../../packages/core/src/diagnosis/catalogue/catalogue.js';
import type { CatalogueEntry } from '../../../packages/core/src/diagnosis/catalogue/entry.js';
import { menderWords, waitingWords } from '../../../packages/core/src/diagnosis/catalogue/words.js';

const entries: [anchor: string, entry: CatalogueEntry][] = sections.flatMap(section => Object.entries(section.entries));
const codes = entries.flatMap(([, entry]) => entry.codes ?? []);
const errors = entries.flatMap(([, entry]) => entry.errors ?? []);

function repeated<T>(values: readonly T[]): T[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** The codes that people meet in pipelines; each needs advice of its own. */
const needed = [
  70021, 700211, 700213, 700212, 7002121, 7002138, 7002137, 70025, 700223, 700238, 7002381, 70052, 700222, 700226,
  700236, 700229, 700024, 700021, 700023, 700027, 50012, 700030, 50027, 7000215, 7000222, 7000216, 7000218, 700025,
  700016, 700011, 700038, 7000229, 7000112, 70001, 90002, 900023, 50049, 50059, 50194, 9001023, 90038, 900382, 900432,
  900439, 500021, 500022, 500011, 500014, 70011, 1002012, 28000, 700022, 65001, 650052, 650057, 90094, 501051, 900144,
  90014, 9002313, 50034, 50126, 50055, 50057, 50053, 50076, 50079, 50072, 50074, 50158, 50020, 16000, 50105, 53003,
  530003, 53000, 53001, 530035, 70016, 70018, 70019, 50013, 500133, 7000114, 70000, 70008, 700082, 700084, 70043, 50173,
  54005, 90033, 90024, 90006, 90012, 90090, 50033, 50087, 80005, 40010, 90055, 50196,
];

describe('codes and anchors', () => {
  test('no anchor stands in two sections', () => {
    expect(repeated(entries.map(([anchor]) => anchor))).toEqual([]);
  });

  test('no code and no error stands in two entries', () => {
    expect(repeated(codes)).toEqual([]);
    expect(repeated(errors)).toEqual([]);
  });

  test('an anchor is one that a heading can have', () => {
    for (const [anchor] of entries) expect(anchor).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test.each(needed)('AADSTS%d is known', code => {
    expect(knownRefusal([code], 'invalid_request')?.codes).toContain(code);
  });

  test('every code leads to its own entry', () => {
    const leading = entries.flatMap(([anchor, { codes: own = [] }]) => own.map(code => [code, anchor]));
    expect(codes.map(code => [code, knownRefusal([code], 'invalid_grant')?.anchor])).toEqual(leading);
  });

  test.each([...errors])('the error %s leads to its entry where there is no code, or none that is known', error => {
    expect(knownRefusal([], error)?.errors).toContain(error);
    expect(knownRefusal([4242], error)?.errors).toContain(error);
  });

  test('the first code that is known decides, and goes before the error', () => {
    expect(knownRefusal([4242, 7000222, 7000215], 'temporarily_unavailable')?.anchor).toBe('secret-expired');
    expect(knownRefusal([4242], 'invalid_client')).toBeUndefined();
  });
});

describe.each(entries)('%s', (_anchor, { meaning, causes, fix, who, waiting, source, ...rest }) => {
  test('is told in whole sentences', () => {
    for (const text of [meaning, ...causes, fix]) {
      expect(text).toMatch(/^(\{host\} |[A-Z"'])/);
      // What is to be copied has no full stop behind it.
      expect(text).toMatch(/(\.\)?|https:\/\/\S+|: az [\w -]+)$/);
      expect(text).not.toMatch(/\s{2}|\s$|[\n\r\t]/);
    }
  });

  test('has a host to fill in only where one is known', () => {
    for (const text of [...causes, fix]) expect(text).not.toContain('{host}');
    // Entra's codes say nothing of a host.
    if (rest.codes) expect(meaning).not.toContain('{host}');
    expect(meaning.split('{host}').length).toBeLessThanOrEqual(2);
  });

  test('names its source, and says who can mend it and when', () => {
    expect(new URL(source).protocol).toBe('https:');
    expect(menderWords[who]).toMatch(/^[a-z]/);
    expect(waitingWords[waiting]).toMatch(/^[a-z]/);
  });
});

test('advice of Entra that points to presented values below comes with them', () => {
  const pointing = entries.filter(
    ([, { codes: own, fix }]) => own && /\b(issuer|subject|audience)\b.* below/.test(fix),
  );
  expect(pointing.length).toBeGreaterThan(5);
  expect(pointing.filter(([, { presented }]) => presented === undefined)).toEqual([]);
});
