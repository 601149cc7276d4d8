import { findLeaks } from '@entra-token/stand-ins';
import { describe, expect, test } from '@jest/globals';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const segment = (seed: string): string => Buffer.from(seed.repeat(4)).toString('base64url');
const JWT = [segment('{"alg":"RS256"}'), segment('{"sub":"0123456789"}'), segment('signature+/bytes')].join('.');
const PEM = `-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n-----END PRIVATE KEY-----\n`;
const SECRET = 'p~ss/w0rd+&"é"=x?>';

describe('findLeaks', () => {
  test.each([
    ['whole', SECRET, SECRET],
    ['within other text', SECRET, `x${SECRET}y`],
    ['as base64', SECRET, base64(SECRET)],
    ['as base64 with a byte before it', SECRET, base64(`:${SECRET}`)],
    ['as base64 with two bytes before and some after it', SECRET, base64(`u:${SECRET} and more`)],
    ['as URL-safe base64', SECRET, Buffer.from(`user:${SECRET}`).toString('base64url')],
    ['URL-encoded', SECRET, encodeURIComponent(SECRET)],
    ['as a form field', 'two words+more', 'client_secret=two+words%2Bmore'],
    ['URL-encoded in lower case', SECRET, encodeURIComponent(SECRET).replaceAll(/%../g, code => code.toLowerCase())],
    ['as JSON', SECRET, JSON.stringify({ secret: SECRET })],
    ['one line of it', PEM, 'BKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj'],
    ["a token's payload", JWT, JWT.split('.')[1] ?? ''],
    ["a token's signature", JWT, JWT.split('.')[2] ?? ''],
    ["base64 of a token's signature", JWT, base64(`x${JWT.split('.')[2]}`)],
    ['a token behind its scheme', `Bearer ${JWT}`, `{"a":"${JWT}"}`],
    ['24 characters of it', JWT, `***${JWT.slice(40, 64)}***`],
    ['24 characters of its base64', JWT, base64(JWT).slice(100, 124)],
  ])('finds a secret %s', (_, secret, text) => {
    expect(findLeaks(`first line\n${text}\n`, ['unrelated', secret])[0]).toMatchObject({ secretIndex: 1, line: 2 });
  });

  test.each([
    ['23 characters of it', JWT, JWT.slice(40, 63)],
    ["a PEM's armour", PEM, '-----BEGIN PRIVATE KEY-----\n***\n-----END PRIVATE KEY-----'],
    ['what is masked', SECRET, `Authorization: Bearer *** ${base64('***')}`],
    ['an empty or tiny secret', 'abc', 'abc'],
    ['nothing', '', 'text'],
  ])('does not report %s', (_, secret, text) => {
    expect(findLeaks(text, [secret])).toEqual([]);
  });

  test('says what it found without repeating it', () => {
    const [leak] = findLeaks(`ok\ntoken is ${JWT}`, [JWT]);
    expect(leak).toMatchObject({ form: 'whole', line: 2, offset: 12 });
    expect(leak?.excerpt).toBe(`token is <${JWT.slice(0, 6)}… ${JWT.length} characters>`);
  });

  test('is quick with long texts', () => {
    const text = 'lorem ipsum dolor sit amet '.repeat(10_000);
    const started = performance.now();
    expect(findLeaks(text, [JWT, PEM])).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
