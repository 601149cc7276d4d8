import { describe, expect, test } from '@jest/globals';
import { secretForms } from '../../packages/core/src/report/secret-forms.js';

/** What a log shows once every form is replaced, as both platforms do it: value by value. */
function masked(text: string, secret: string): string {
  return secretForms(secret).reduce((rest, form) => rest.replaceAll(form, '***'), text);
}

/** Long enough that what is left of it would tell something. */
const secret = 'kJ8~Q"x%/+<&Zü9.rT4-_mNpLw';
const token = 'eyJ0eXAiOiJKV1QifQ.eyJzdWIiOiJhcHAiLCJhdWQiOiJhcGkifQ.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg';

describe('a log shows none of', () => {
  test.each([
    ['the secret itself', secret],
    ['the secret URL-encoded', encodeURIComponent(secret)],
    ['the secret in a form', new URLSearchParams({ a: secret }).toString().slice(2)],
    ['the secret in JSON', JSON.stringify({ a: secret }).slice(6, -2)],
    ['Basic without a user', Buffer.from(`:${secret}`).toString('base64')],
    ['Basic with a common user', Buffer.from(`x-access-token:${secret}`).toString('base64')],
    ['the secret URL-encoded in lower case', encodeURIComponent(secret).replace(/%../g, code => code.toLowerCase())],
    ['base64', Buffer.from(secret).toString('base64')],
    ['base64url', Buffer.from(secret).toString('base64url')],
  ])('%s', (_form, text) => {
    expect(masked(`before ${text} after`, secret)).toBe('before *** after');
  });

  test.each([0, 1, 2, 3, 4, 5])('base64 %i bytes into another text', shift => {
    const text = Buffer.from(`${'.'.repeat(shift)}${secret} and more`).toString('base64');
    const rest = masked(text, secret);
    expect(rest).toContain('***');
    // At each end, the characters that also depend on a neighbour stay: less than a group of three bytes.
    const [before = '', after = ''] = rest.split('***');
    expect(Buffer.from(before, 'base64').toString('latin1').replace(/^\.*/, '').length).toBeLessThan(3);
    expect(Buffer.from(secret).subarray(-3).toString('base64')).not.toBe(after.slice(0, 4));
  });

  test('the parts of a token', () => {
    const [header = '', payload = '', signature = ''] = token.split('.');
    for (const part of [token, header, payload, signature]) expect(masked(`[${part}]`, token)).toBe('[***]');
  });
});

describe('the blanks around a pasted secret are hidden where they are', () => {
  const pasted = '\ufeff top secret value\ufeff\n';

  test.each([
    ['URL-encoded', encodeURIComponent(pasted)],
    ['in a form in lower case', new URLSearchParams({ a: pasted }).toString().slice(2).toLowerCase()],
    ['in JSON', JSON.stringify(pasted).slice(1, -1)],
    ['in base64', Buffer.from(pasted).toString('base64')],
  ])('%s', (_form, text) => {
    expect(masked(`before ${text} after`, pasted)).toBe('before *** after');
  });

  test('and nothing around it is without them', () => {
    expect(masked('before top secret value after', pasted)).toBe('before *** after');
  });
});

describe('several lines', () => {
  const pem = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhk\nAoIBAQC7VJTUt9Us8c\n-----END PRIVATE KEY-----\n';

  test('are hidden one by one, and their frame is not', () => {
    expect(masked(pem, pem)).toBe('-----BEGIN PRIVATE KEY-----\n***\n***\n-----END PRIVATE KEY-----\n');
  });

  test('are hidden where `\\n` stands for line ends', () => {
    const oneLine = pem.replaceAll('\n', '\\n');
    expect(masked(oneLine, oneLine)).not.toMatch(/MIIE|AoIB/);
    expect(masked(pem, oneLine)).not.toMatch(/MIIE|AoIB/);
  });

  test('are hidden with `\\n` in them that stands for itself', () => {
    const text = 'first line\nC:\\new\\name';
    expect(masked(text, text)).toBe('***\n***');
  });

  test('no form has a line end, which Azure Pipelines would refuse', () => {
    expect(secretForms(pem).filter(form => /[\r\n]/.test(form))).toEqual([]);
  });
});

describe('what would turn the log into stars is not masked', () => {
  test.each(['', ' ', 'a', 'true', ' 12345\n', 'one\ntwo\nthree'])('%j', value => {
    expect(secretForms(value)).toEqual([]);
  });

  test('nor a word between the dots of a password', () => {
    expect(secretForms('my.company.2024')).not.toContain('company');
  });

  test('nor a short line of a long secret', () => {
    expect(secretForms('x\nlong enough to hide')).not.toContain('x');
  });
});

test('a lone surrogate is no obstacle', () => {
  expect(secretForms('secret\ud800value')).toContain('secret\ud800value');
});
