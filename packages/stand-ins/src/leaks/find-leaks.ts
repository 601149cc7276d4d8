import { type FormKind, formsOf, type SecretForm } from './secret-forms.js';

/** A secret that a text shows. */
export interface Leak {
  /** Position of the secret in the list that was searched for. */
  readonly secretIndex: number;
  readonly form: FormKind;
  /** Where it starts in the text, and on which line (from 1). */
  readonly offset: number;
  readonly line: number;
  /** The line with what leaked shortened, safe to print in a test's message. */
  readonly excerpt: string;
}

const CHUNK = 24;

/**
 * Finds secrets in a text in any form that a log could show: whole, its lines, a JWT's parts, base64 at every alignment
 * (standard and URL-safe), URL- and JSON-escaped, and any run of 24 characters of those. Written independently of the
 * maskers, so that it can judge them. Secrets of fewer than 4 characters are not searched for.
 */
export function findLeaks(text: string, secrets: readonly string[]): Leak[] {
  const chunks = chunksOf(text);
  return secrets.flatMap((secret, secretIndex) =>
    formsOf(secret).flatMap(form => {
      const hit = locate(text, chunks, form);
      if (!hit) return [];
      return [describe(text, hit, { secretIndex, form: hit.length < form.text.length ? 'part' : form.kind })];
    }),
  );
}

interface Hit {
  readonly offset: number;
  readonly length: number;
}

/** Every run of 24 characters of a text, with the position where it occurs first. */
function chunksOf(text: string): ReadonlyMap<string, number> {
  const chunks = new Map<string, number>();
  for (let offset = text.length - CHUNK; offset >= 0; offset -= 1)
    chunks.set(text.slice(offset, offset + CHUNK), offset);
  return chunks;
}

/** The whole form, or else the first run of it that the text has. */
function locate(
  text: string,
  chunks: ReadonlyMap<string, number>,
  { text: form, hasParts }: SecretForm,
): Hit | undefined {
  const whole = text.indexOf(form);
  if (whole >= 0) return { offset: whole, length: form.length };
  if (!hasParts) return undefined;
  for (let start = 0; start + CHUNK <= form.length; start += 1) {
    const offset = chunks.get(form.slice(start, start + CHUNK));
    if (offset !== undefined) return { offset, length: commonLength(text, offset, form, start) };
  }
  return undefined;
}

function commonLength(text: string, offset: number, form: string, start: number): number {
  let length = CHUNK;
  while (start + length < form.length && text[offset + length] === form[start + length]) length += 1;
  return length;
}

function describe(text: string, hit: Hit, found: Pick<Leak, 'secretIndex' | 'form'>): Leak {
  const lineStart = text.lastIndexOf('\n', hit.offset - 1) + 1;
  const leaked = text.slice(hit.offset, hit.offset + hit.length);
  const before = text.slice(Math.max(lineStart, hit.offset - 60), hit.offset);
  return {
    ...found,
    offset: hit.offset,
    line: text.slice(0, hit.offset).split('\n').length,
    excerpt: `${before}<${leaked.slice(0, 6)}… ${hit.length} characters>`,
  };
}
