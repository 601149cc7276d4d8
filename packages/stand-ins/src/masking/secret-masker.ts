/** Derives another form of a secret that a log may show; an empty result is ignored. */
export type ValueEncoder = (value: string) => string;

/** Replaces registered values, and the forms derived from them, by `***`. */
export interface SecretMasker {
  add(value: string): void;
  mask(text: string): string;
  /** The values as registered, without derived forms. */
  registered(): readonly string[];
}

interface Range {
  readonly start: number;
  end: number;
}

/**
 * The algorithm that the GitHub runner and the Azure agent share by descent: every occurrence of every form, also overlapping
 * ones, is found in the original text; ranges that overlap or touch become one `***`.
 * https://github.com/actions/runner/blob/main/src/Sdk/DTLogging/Logging/SecretMasker.cs
 */
export function createSecretMasker(encoders: readonly ValueEncoder[], patterns: readonly RegExp[] = []): SecretMasker {
  const originals = new Set<string>();
  const forms = new Set<string>();
  return {
    add(value) {
      if (value === '' || originals.has(value)) return;
      originals.add(value);
      for (const form of [value, ...encoders.map(encode => encode(value))]) {
        if (form !== '') forms.add(form);
      }
    },
    mask(text) {
      const ranges = [...patternRanges(text, patterns), ...[...forms].flatMap(form => occurrences(text, form))];
      return ranges.length === 0 ? text : replaceRanges(text, mergeRanges(ranges));
    },
    registered: () => [...originals],
  };
}

function occurrences(text: string, form: string): Range[] {
  const found: Range[] = [];
  for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
    found.push({ start, end: start + form.length });
  }
  return found;
}

function patternRanges(text: string, patterns: readonly RegExp[]): Range[] {
  return patterns.flatMap(pattern =>
    [...text.matchAll(pattern)].map(match => ({ start: match.index, end: match.index + match[0].length })),
  );
}

function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

function replaceRanges(text: string, ranges: readonly Range[]): string {
  let masked = '';
  let position = 0;
  for (const { start, end } of ranges) {
    masked += `${text.slice(position, start)}***`;
    position = end;
  }
  return masked + text.slice(position);
}
