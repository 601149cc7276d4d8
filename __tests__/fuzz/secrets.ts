import fc from 'fast-check';

const base64Character = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const base64UrlCharacter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
const lineEnd = fc.constantFrom('\n', '\r\n', '\r', '\\n', '\\r\\n');

// `size: 'max'`: lengths up to the bound that is given, where fast-check would stay near the lower one.

/** Characters that some form of a secret spells differently. */
const awkward = fc.constantFrom(
  ...`"'%&+/=?<>\\\`$!()*;:,.~ \t\n\r\0\u001b\u007f\u0085\u00a0\u2028\ufeffüé漢😀𝔘#[]{}|^@-_`,
);

const line = (min: number, max: number) =>
  fc.string({ unit: base64Character, minLength: min, maxLength: max, size: 'max' });
const segment = fc.string({ unit: base64UrlCharacter, minLength: 1, maxLength: 60, size: 'max' });

const pem = fc
  .tuple(
    fc.constantFrom('PRIVATE KEY', 'RSA PRIVATE KEY'),
    fc.array(line(64, 64), { maxLength: 4, size: 'max' }),
    line(1, 64),
    lineEnd,
  )
  .map(([label, full, last, end]) =>
    [`-----BEGIN ${label}-----`, ...full, last, `-----END ${label}-----`, ''].join(end),
  );

/** Values that are, or could be, secrets: of any characters, of awkward ones, several lines, PEMs and JWTs. */
export const secrets = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40, size: 'max' }),
  fc.string({ unit: 'grapheme', maxLength: 40, size: 'max' }),
  fc.string({ unit: awkward, maxLength: 40, size: 'max' }),
  fc.string({ unit: fc.oneof(awkward, base64Character), maxLength: 60, size: 'max' }),
  fc
    .array(fc.string({ unit: fc.oneof(awkward, base64Character), maxLength: 30, size: 'max' }), {
      maxLength: 4,
      size: 'max',
    })
    .map(all => all.join('\n')),
  fc.tuple(segment, segment, segment).map(parts => parts.join('.')),
  pem,
);
