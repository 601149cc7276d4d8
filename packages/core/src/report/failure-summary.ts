import type { Diagnosis } from '../diagnosis/diagnosis.js';
import type { JobFacts } from '../platform.js';
import { adviceFacts, explanationOf } from './failure-details.js';
import { markdownProse, markdownTable, markdownText } from './markdown.js';
import { safeText } from './safe-text.js';

/**
 * What the job's summary says of a failure, in markdown. It holds no secret.
 * @param job what the platform says of the job.
 */
export function failureSummary(diagnosis: Diagnosis, job: JobFacts): string {
  const { title, what, likely, remarks = [], fix, facts, known, credential, mended } = diagnosis;
  const seen = [...(likely ? [likely] : []), ...remarks];
  return [
    `### No Entra access token: ${markdownText(title)}`,
    '',
    markdownProse(what),
    '',
    ...seen.map(sentence => `- ${markdownProse(sentence)}`),
    ...(seen.length > 0 ? [''] : []),
    ...(mended ? ['As it would be right:', '', ...fenced('yaml', mended)] : []),
    ...(fix ? [`**${markdownProse(fix)}**`, ''] : []),
    markdownTable([...(known ? adviceFacts(known) : []), ...facts, ...job]),
    '',
    ...(credential
      ? [
          `A federated credential that fits this run (\`${credential.file}\`), and the command that makes it:`,
          '',
          ...fenced('json', credential.json),
          ...fenced('bash', credential.command),
        ]
      : []),
    ...(known ? [`[What this means](${explanationOf(known)})`, ''] : []),
  ].join('\n');
}

function fenced(language: string, text: string): string[] {
  const lines = text.split('\n').map(line => `${/^ */.exec(line)?.[0] ?? ''}${safeText(line)}`);
  // Longer than any within, which would end it: https://spec.commonmark.org/0.31.2/#fenced-code-blocks
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence, ''];
}
