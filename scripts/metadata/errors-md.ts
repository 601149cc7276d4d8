import { type CatalogueEntry, menderWords, sections, waitingWords } from '@entra-token/core';

const introduction = `# When it fails

The log of a failed step says what happened, what to do, who can do it, and the values to compare; it links here. This page
lists every failure that the step knows. It is generated from the catalogue that the step itself reads
(\`packages/core/src/diagnosis/catalogue/\`), so the two never differ. What a fix calls "below" is in the log.

Of a code that is not here, the log repeats Entra's own words and links Microsoft's page about it:
\`https://login.microsoftonline.com/error?code=NUMBER\`. To ask an administrator, quote the correlation id that the log shows:
the sign-in logs of the tenant are searched by it.`;

/** docs/errors.md: the catalogue for people. */
export function errorsMd(): string {
  return [
    introduction,
    '',
    "## Entra's codes",
    '',
    '| Code | Meaning |',
    '|---|---|',
    ...codeRows(),
    '',
    ...sections.flatMap(({ title, note, entries }) => [
      `## ${title}`,
      '',
      ...(note ? [note, ''] : []),
      ...Object.entries(entries).flatMap(([anchor, entry]) => entryLines(anchor, entry)),
    ]),
  ].join('\n');
}

function codeRows(): string[] {
  return sections
    .flatMap(({ entries }) =>
      Object.entries(entries).flatMap(([anchor, entry]) =>
        (entry.codes ?? []).map(code => ({ code, row: `| AADSTS${code} | [${prose(entry.meaning)}](#${anchor}) |` })),
      ),
    )
    .sort((one, other) => one.code - other.code)
    .map(({ row }) => row);
}

function entryLines(
  anchor: string,
  { codes = [], meaning, causes, fix, who, waiting, source }: CatalogueEntry,
): string[] {
  return [
    `<a id="${anchor}"></a>`,
    `### ${prose(meaning).replace(/\.$/, '')}`,
    '',
    ...(codes.length > 0 ? [codes.map(code => `\`AADSTS${code}\``).join(', '), ''] : []),
    ...(causes.length > 0 ? [...causes.map(cause => `- ${prose(cause)}`), ''] : []),
    `**To do:** ${prose(fix)}`,
    '',
    `Who can mend it: ${menderWords[who]}. Does waiting help: ${waitingWords[waiting]}. [Source](${source})`,
    '',
  ];
}

/** What the report fills in stands here as a name. */
function prose(text: string): string {
  return text.replaceAll('{host}', 'HOST').replace(/<([a-z]+)>/g, '&lt;$1&gt;');
}
