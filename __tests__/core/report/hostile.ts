import type { Diagnosis } from '../../../packages/core/src/diagnosis/diagnosis.js';

/** A text that tries everything a log or a page could be abused by. */
export const hostile = [
  'x',
  '::error::no',
  '::add-mask::e',
  '##vso[task.complete result=Succeeded]',
  '##[error]no',
  '\r\n# heading',
  '| a | b |',
  '<img src=x onerror=alert(1)>',
  '[link](https://evil.example)',
  '**bold** @team #1 ~~~',
  '```',
  '</code></details>',
  '\u001b[31mred\u202egnp\u2066\u2028\u0085end',
].join('\n');

/** A diagnosis whose every text from outside is that one. */
export function hostileDiagnosis(text: string): Diagnosis {
  return {
    title: text,
    what: text,
    likely: text,
    remarks: [text, text],
    fix: text,
    facts: [
      ["Entra's words", text],
      ['Presented subject', text],
    ],
  };
}
