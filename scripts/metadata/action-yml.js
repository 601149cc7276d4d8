import { existsOn, inputs, outputs } from '@entra-token/core';
import { stringify } from 'yaml';
import { identity } from './identity.js';
/** The text of action.yml: https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax */
export function actionYml() {
    const declared = inputs;
    const metadata = {
        name: identity.title,
        description: identity.description,
        author: identity.author,
        branding: { icon: 'key', color: 'blue' },
        inputs: Object.fromEntries(declared.filter(input => existsOn('github-actions', input)).map(input => [input.name, actionInput(input)])),
        outputs: Object.fromEntries(outputs.map(({ name, help }) => [name, { description: help }])),
        runs: { using: 'node24', main: 'dist/github-action/index.js' },
    };
    return `# Generated from packages/core/src/contract by \`pnpm generate\`; edit there.\n${stringify(metadata, { lineWidth: 110 })}`;
}
function actionInput(input) {
    return {
        description: input.help,
        required: false,
        ...(input.default === undefined ? {} : { default: input.default }),
    };
}
