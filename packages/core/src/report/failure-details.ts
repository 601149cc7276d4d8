import type { KnownFailure } from '../diagnosis/catalogue/catalogue.js';
import { menderWords, waitingWords } from '../diagnosis/catalogue/words.js';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import { safeText } from './safe-text.js';
import { wrap } from './wrap.js';

/** Where the entries of the catalogue are explained; the tag moves with the version of the step. */
const explanations = 'https://github.com/org/entra-token/blob/v1/docs/errors.md';

/** Where an entry is explained. */
export function explanationOf({ anchor }: KnownFailure): string {
  return `${explanations}#${anchor}`;
}

/** Who can mend a known failure, and whether time can, with their labels. */
export function adviceFacts({ who, waiting }: KnownFailure): [label: string, value: string][] {
  return [
    ['Who can mend it', menderWords[who]],
    ['Does waiting help', waitingWords[waiting]],
  ];
}

/** What the log says of a failure below its annotation, as lines that are safe to print. */
export function failureDetails(diagnosis: Diagnosis): string[] {
  const { title, facts, known, credential, mended } = diagnosis;
  return [
    safeText(title),
    ...causes(diagnosis),
    ...(mended ? ['  As it would be right:', ...indented(mended)] : []),
    ...[...(known ? adviceFacts(known) : []), ...facts].flatMap(([label, value]) =>
      wrap(safeText(`${label}: ${value}`), '  '),
    ),
    ...(credential
      ? [
          `  A federated credential that fits this run (${credential.file}):`,
          ...indented(credential.json),
          '  The command that makes it:',
          ...indented(credential.command),
        ]
      : []),
    ...(known ? wrap(`More: ${explanationOf(known)}`, '  ') : []),
  ];
}

/** What was seen in this run, and where that says little, what it usually is. */
function causes({ likely, remarks = [], known }: Diagnosis): string[] {
  const seen = [...(likely ? [likely] : []), ...remarks];
  const usual = likely ? [] : (known?.causes ?? []);
  return [...list('Seen in this run', seen), ...list('Usual causes', usual)];
}

function list(label: string, sentences: readonly string[]): string[] {
  if (sentences.length === 0) return [];
  return [`  ${label}:`, ...sentences.flatMap(sentence => wrap(`- ${safeText(sentence)}`, '    '))];
}

function indented(text: string): string[] {
  return text.split('\n').map(line => `    ${/^ */.exec(line)?.[0] ?? ''}${safeText(line)}`);
}
