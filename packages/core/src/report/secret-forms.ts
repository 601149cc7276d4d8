/** A shorter value is too common: masking it would turn the log into stars. */
const shortestSecret = 4;

/** What people put before a token in the user part of Basic authentication. */
const basicUsers = ['', 'user', 'token', 'oauth2', 'x-access-token', 'x-token-auth', 'AzureDevOps', 'PAT'];

/**
 * Lists the forms in which a log could show a secret: as it is, line by line, as the parts of a token, in base64 at
 * every alignment, as a Basic credential, URL-encoded and JSON-escaped. Each form is one line, as both platforms want
 * it (Azure Pipelines refuses a secret with line ends).
 * @returns the forms without repetition, longest first, so that a masker that takes them in order leaves no rest.
 */
export function secretForms(secret: string): string[] {
  const whole = secret.trim();
  if (whole.length < shortestSecret) return [];
  const forms = new Set([
    ...lines(whole),
    ...tokenParts(whole),
    ...base64Alignments(whole),
    ...basicUsers.flatMap(user => base64(`${user}:${whole}`)),
    encodeURIComponent(wellFormed(whole)),
    new URLSearchParams({ v: whole }).toString().slice(2),
    JSON.stringify(whole).slice(1, -1),
  ]);
  return [...forms]
    .filter(form => form.length >= shortestSecret && !/[\r\n]/.test(form))
    .sort((one, other) => other.length - one.length);
}

/** The lines of a text, also where `\n` stands for their ends; the frame of a PEM is the same in all of them. */
function lines(text: string): string[] {
  return text
    .split(/\r\n|\r|\n|\\n/)
    .map(line => line.trim())
    .concat(/[\r\n]/.test(text) ? [] : text)
    .filter(line => !/^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(line));
}

/** The header, claims and signature of a JWT. */
function tokenParts(text: string): string[] {
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text) ? text.split('.') : [];
}

/**
 * The part of a secret's base64 that does not depend on what stands around it, for each of the three places its first
 * byte can have in a group of three.
 */
function base64Alignments(text: string): string[] {
  const bytes = Buffer.from(text);
  return [0, 1, 2].flatMap(shift => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const first = shift === 0 ? 0 : 4;
    const wholeGroups = Math.floor((shift + bytes.length) / 3) * 4;
    return variants(encoded.slice(first, wholeGroups));
  });
}

function base64(text: string): string[] {
  return variants(Buffer.from(text).toString('base64'));
}

/** The same base64 in the alphabets of RFC 4648 sections 4 and 5. */
function variants(encoded: string): string[] {
  return [encoded, encoded.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')];
}

/** A lone surrogate would make `encodeURIComponent` throw. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString('utf8');
}
