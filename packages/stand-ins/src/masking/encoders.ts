const JSON_ESCAPES: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\f': '\\f',
  '\b': '\\b',
  '\\': '\\\\',
  '"': '\\"',
};

/** A JSON string without its quotes, as Newtonsoft's `JsonConvert.ToString` writes it (U+0085, U+2028 and U+2029 too). */
export function jsonStringEscape(value: string): string {
  return [...value]
    .map(char => {
      const known = JSON_ESCAPES[char];
      if (known !== undefined) return known;
      const escaped = char < ' ' || char === '\u0085' || char === '\u2028' || char === '\u2029';
      return escaped ? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}` : char;
    })
    .join('');
}

/** .NET's `Uri.EscapeDataString`: everything but RFC 3986 unreserved characters, as UTF-8. */
export function uriDataEscape(value: string): string {
  return [...Buffer.from(value, 'utf8')]
    .map(byte => {
      const char = String.fromCharCode(byte);
      return /[A-Za-z0-9\-._~]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

/** .NET's `SecurityElement.Escape`. */
export function xmlDataEscape(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

/** Base64 of the value's UTF-8 bytes without the first `shift` ones (all of them when the value is not longer). */
export function base64Escape(value: string, shift = 0): string {
  const bytes = Buffer.from(value, 'utf8');
  return (bytes.length > shift ? bytes.subarray(shift) : bytes).toString('base64');
}
