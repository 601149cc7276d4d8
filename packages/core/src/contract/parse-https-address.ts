import type { GivenInputs } from './given-inputs.js';
import type { InputName } from './inputs.js';

/**
 * Reads an https address without user, query and fragment.
 * @returns undefined where a problem was reported.
 */
export function parseHttpsAddress(given: GivenInputs, name: InputName, text: string, example: string): URL | undefined {
  if (!URL.canParse(text)) {
    given.report(name, `'${text}' is no address. Write it whole: ${example}`, withScheme(text));
    return undefined;
  }
  const url = new URL(text);
  // Such an address is not repeated: it holds a password.
  if (url.username !== '' || url.password !== '') {
    given.report(name, `holds a user name or password. Write it without: ${url.origin}${url.pathname}`);
    return undefined;
  }
  if (url.protocol === 'https:') return url;
  const mended = url.protocol === 'http:' ? text.replace(/^http:/i, 'https:') : withScheme(text);
  given.report(name, `'${text}' is not https, and a credential is only ever sent over https.`, mended);
  return undefined;
}

/** A host without `https://` before it; `host:port` is one too, though a URL may begin so. */
function withScheme(text: string): string | undefined {
  const isHost = /^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?(\/\S*)?$/i.test(text);
  return isHost ? `https://${text}` : undefined;
}
