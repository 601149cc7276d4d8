import { wrap } from '../../../packages/core/src/report/wrap.js';
import type { World } from '../world.js';

/** A summary with the names that a reader knows in place of the emulator's, and ids that stay the same. */
export function readableSummary(text: string, world: World): string {
  return text
    .split('\n')
    .map(line => withKnownNames(line, world))
    .join('\n');
}

/**
 * A log with the names that a reader knows in place of the emulator's, ids that stay the same from run to run,
 * and lines broken anew, since that changes their lengths.
 */
export function readableLog(text: string, world: World): string {
  const lines = unwrapped(text.split('\n')).map(line => withKnownNames(line, world));
  const isProse = (line: string) => /^( {2}| {4}- )?[A-Z]/.test(line) && !/^[A-Z][a-z]+ +:/.test(line);
  return lines.flatMap(line => (isProse(line) ? wrap(line.trim(), /^ */.exec(line)?.[0]) : [line])).join('\n');
}

function withKnownNames(line: string, { emulator, sample }: World): string {
  const names: [string, string][] = [
    [emulator.entra.origin, 'https://login.microsoftonline.com'],
    [emulator.github.origin, 'https://token.actions.githubusercontent.com'],
    [emulator.azureDevOps.origin, 'https://dev.azure.com'],
    [emulator.api.origin, 'https://inventory.contoso.com'],
    [sample.tenantId, '11111111-1111-1111-1111-111111111111'],
    [sample.clientId, '22222222-2222-2222-2222-222222222222'],
  ];
  return names
    .reduce((rest, [value, name]) => rest.replaceAll(value, name), line)
    .replace(/((?:Correlation|Trace) id\b[^0-9a-f]*)[0-9a-f-]{36}/, '$133333333-3333-3333-3333-333333333333')
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\dZ/g, '2026-11-22 10:00:00Z')
    .replace(/(Attempts\W+)\d+ in \d+ seconds?/, '$14 in 5 seconds')
    .replace(/trying again in \d+\.\d s/, 'trying again in 1.0 s');
}

/** Joins the lines that were broken because the next word did not fit. */
function unwrapped(lines: readonly string[]): string[] {
  const whole: string[] = [];
  let last = '';
  for (const line of lines) {
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    const [word = ''] = line.trim().split(' ');
    const before = whole.at(-1) ?? '';
    const isContinuation = indent === (/^ */.exec(before)?.[0].length ?? 0) + 2 && last.length + 1 + word.length > 80;
    if (isContinuation && word !== '') whole[whole.length - 1] = `${before} ${line.trim()}`;
    else whole.push(line);
    last = line;
  }
  return whole;
}
