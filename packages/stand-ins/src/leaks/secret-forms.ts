/** How a secret shows itself. `part`: a run of characters of one of the others. */
export type FormKind = 'whole' | 'line' | 'jwt-part' | 'base64' | 'base64url' | 'url-encoded' | 'json-escaped' | 'part';

/** One spelling of a secret. */
export interface SecretForm {
  readonly kind: FormKind;
  readonly text: string;
  /** Whether a long run of its characters is a leak too. Not across lines: a PEM's armour is no secret. */
  readonly hasParts: boolean;
}

const MIN_SECRET = 4;
const MIN_LINE = 8;
const MIN_JWT_PART = 16;
const MIN_BASE64 = 8;

/** Every spelling under which a log could show a secret, each once. */
export function formsOf(secret: string): SecretForm[] {
  if (secret.length < MIN_SECRET) return [];
  const plain: Spelling[] = [
    ['whole', secret],
    ...linesOf(secret).map(text => ['line', text] as const),
    ...jwtPartsOf(secret).map(text => ['jwt-part', text] as const),
  ];
  const forms = plain.flatMap(([kind, text]) => {
    const isOneLine = !/[\r\n]/.test(text);
    const readable: Spelling[] = [[kind, text], ...urlForms(text), ['json-escaped', JSON.stringify(text).slice(1, -1)]];
    return [
      ...readable.map(([form, spelling]) => ({ kind: form, text: spelling, hasParts: isOneLine })),
      ...base64Forms(text).map(([form, spelling]) => ({ kind: form, text: spelling, hasParts: true })),
    ];
  });
  return distinct(forms);
}

type Spelling = readonly [kind: FormKind, text: string];

/** The lines of a multi-line secret, without a PEM's armour, which is no secret. */
function linesOf(secret: string): string[] {
  if (!/[\r\n]/.test(secret)) return [];
  return secret
    .split(/[\r\n]+/)
    .map(line => line.trim())
    .filter(line => line.length >= MIN_LINE && !/^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(line));
}

function jwtPartsOf(secret: string): string[] {
  const bare = secret.replace(/^Bearer /i, '');
  const parts = bare.split('.');
  if (parts.length !== 3 || !parts.every(part => /^[A-Za-z0-9_-]+$/.test(part))) return [];
  return parts.filter(part => part.length >= MIN_JWT_PART);
}

/**
 * The characters of base64 that depend on the text alone, wherever it stands in what was encoded: with `before` bytes in
 * front of it, the first character group and the last one mix with the neighbours and are cut off.
 */
function base64Forms(text: string): Spelling[] {
  const bytes = Buffer.from(text, 'utf8');
  return [0, 1, 2].flatMap(before => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '');
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor(((before + bytes.length) * 8) / 6);
    const stable = encoded.slice(from, to);
    if (stable.length < MIN_BASE64) return [];
    const urlSafe = stable.replaceAll('+', '-').replaceAll('/', '_');
    return [['base64', stable] as const, ['base64url', urlSafe] as const];
  });
}

function urlForms(text: string): Spelling[] {
  const component = encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));
  const form = new URLSearchParams({ v: text }).toString().slice(2);
  const lowerCase = component.replaceAll(/%[0-9A-F]{2}/g, code => code.toLowerCase());
  return [component, form, lowerCase].map(spelling => ['url-encoded', spelling]);
}

function distinct(forms: readonly SecretForm[]): SecretForm[] {
  const seen = new Map<string, SecretForm>();
  for (const form of forms) if (!seen.has(form.text)) seen.set(form.text, form);
  return [...seen.values()];
}
