import { inputs, outputs, spell } from '@entra-token/core';
/** The README with its tables of inputs and outputs, which stand between markers, made anew. */
export function withTables(readme) {
    return between(between(readme, 'inputs', inputTable()), 'outputs', outputTable());
}
function inputTable() {
    const declared = inputs;
    return table(['GitHub Actions', 'Azure Pipelines', 'Meaning', 'Default'], declared.map(input => [
        nameOn('github-actions', input),
        nameOn('azure-pipelines', input),
        input.help + (input.environmentVariable ? ` Else: \`${input.environmentVariable}\`.` : ''),
        input.default === undefined ? '' : `\`${input.default}\``,
    ]));
}
function outputTable() {
    return table(['GitHub Actions', 'Azure Pipelines', 'Meaning', 'Masked'], outputs.map(({ name, help, secret }) => [
        `\`${name}\``,
        `\`${spell(name, 'azure-pipelines')}\``,
        help,
        secret ? 'yes' : 'no',
    ]));
}
function nameOn(platform, input) {
    const exists = input.platforms?.includes(platform) ?? true;
    return exists ? `\`${spell(input.name, platform)}\`` : '–';
}
function table(head, rows) {
    return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}
function between(text, section, content) {
    const start = `<!-- ${section}: generated -->`;
    const end = `<!-- /${section} -->`;
    const from = text.indexOf(start);
    const to = text.indexOf(end);
    if (from < 0 || to < from)
        throw new Error(`README.md has no place for its ${section}: ${start} … ${end}`);
    return `${text.slice(0, from)}${start}\n\n${content}\n\n${text.slice(to)}`;
}
