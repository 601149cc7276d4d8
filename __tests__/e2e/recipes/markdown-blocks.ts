/** A fenced block of a markdown page. */
export interface MarkdownBlock {
  /** What stands behind the opening fence. */
  readonly language: string;
  /** The lines between the fences, without the fence's indentation. */
  readonly text: string;
  /** The line of the opening fence, from 1. */
  readonly line: number;
  /** What a comment `<!-- kind: name -->` right before the fence says of the block. */
  readonly mark: { readonly kind: string; readonly name: string } | undefined;
}

const fencedBlock = /^(?:<!-- ([a-z]+): ([a-z-]+) -->\n)?( *)```([a-z]+)\n(.*?)^\3```$/gms;

/** Lists the fenced blocks of a page, in order. Fences are three backticks and a language. */
export function markdownBlocks(markdown: string): MarkdownBlock[] {
  return [...markdown.matchAll(fencedBlock)].map(
    ({ index, 1: kind, 2: name, 3: indent = '', 4: language = '', 5: text = '' }) => ({
      language,
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      line: markdown.slice(0, index).split('\n').length + (kind === undefined ? 0 : 1),
      mark: kind === undefined || name === undefined ? undefined : { kind, name },
    }),
  );
}
