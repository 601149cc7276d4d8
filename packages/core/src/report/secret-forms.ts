/**
 * The fewest characters that are masked. Both platforms mask anything (`::add-mask::1` turns every 1 into stars), and
 * both draw this line where they leave something out: an agent can be told to skip values of up to 5 characters and no
 * longer ones, and the runner masks no piece that PowerShell cut from a value below 6.
 * https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Sdk/SecretMasking/LoggedSecretMasker.cs
 * https://github.com/actions/runner/blob/main/src/Sdk/DTLogging/Logging/ValueEncoders.cs
 */
export const shortestMasked = 6;

/** A shorter part between two dots is a word of a password rather than a part of a token: an empty header has 20. */
const shortestTokenPart = 16;

/** What people put before a token in the user part of Basic authentication. */
const basicUsers = ['', 'user', 'token', 'oauth2', 'x-access-token', 'x-token-auth', 'AzureDevOps', 'PAT'];

/**
 * Lists the forms in which a log could show a secret: as it is, line by line, as the parts of a token, in base64 at
 * every alignment, as a Basic credential, URL-encoded and JSON-escaped. Each form is one line, as both platforms want
 * it (Azure Pipelines refuses a secret with line ends).
 * @returns the forms without repetition, longest first, so that a masker that takes them in order leaves no rest; none
 * when no line of the secret has `shortestMasked` characters.
 */
export function secretForms(secret: string): string[] {
  const trimmed = secret.trim();
  const plain = lines(trimmed).filter(line => line.length >= shortestMasked);
  if (plain.length === 0) return [];
  // Blanks at the ends of a pasted secret become characters that show once they are encoded.
  const forms = new Set([...plain, ...tokenParts(trimmed), ...encodings(trimmed), ...encodings(secret)]);
  return [...forms]
    .filter(form => form.length >= shortestMasked && !/[\r\n]/.test(form))
    .sort((one, other) => other.length - one.length);
}

function encodings(text: string): string[] {
  return [
    ...base64Alignments(text),
    ...['', ...basicUsers.map(user => `${user}:`)].flatMap(before => base64(before + text)),
    ...urlEncoded(text),
    JSON.stringify(text).slice(1, -1),
  ];
}

/** The lines of a text, and those where `\n` stands for their ends; the frame of a PEM is the same in all of them. */
function lines(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .flatMap(line => [line, ...line.split(/(?:\\r)?\\n/)])
    .map(line => line.trim())
    .filter(line => !/^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(line));
}

/** The header, claims and signature of a JWT. */
function tokenParts(text: string): string[] {
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(text)) return [];
  return text.split('.').filter(part => part.length >= shortestTokenPart);
}

/**
 * The characters of a secret's base64 that do not depend on what stands around it, for each of the three places its
 * first byte can have in a group of three bytes, which four characters of six bits stand for.
 */
function base64Alignments(text: string): string[] {
  const bytes = Buffer.from(text);
  return [0, 1, 2].flatMap(shift => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    return variants(encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6)));
  });
}

function base64(text: string): string[] {
  return variants(Buffer.from(text).toString('base64'));
}

/** The same base64 in the alphabets of RFC 4648 sections 4 and 5. */
function variants(encoded: string): string[] {
  return [encoded, encoded.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')];
}

/** As part of an address and as a field of a form; the hexadecimal digits in either case, as RFC 3986 section 2.1 has it. */
function urlEncoded(text: string): string[] {
  const component = encodeURIComponent(wellFormed(text));
  const field = new URLSearchParams({ v: text }).toString().slice(2);
  return [component, field].flatMap(form => [form, form.replace(/%../g, code => code.toLowerCase())]);
}

/** A lone surrogate would make `encodeURIComponent` throw. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString('utf8');
}
