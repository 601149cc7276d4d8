import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlatformName } from '@entra-token/core';
import { repository } from '../../repository.js';
import { type MarkdownBlock, markdownBlocks } from './markdown-blocks.js';

/** A block of YAML on a page, for the platform under whose heading it stands. */
export interface RecipeBlock extends MarkdownBlock {
  /** `custom-apis`. */
  readonly page: string;
  readonly platform: PlatformName;
}

/** One page of docs/recipes. */
export interface RecipePage {
  readonly name: string;
  readonly text: string;
  readonly blocks: readonly MarkdownBlock[];
  readonly yaml: readonly RecipeBlock[];
}

const folder = join(repository, 'docs/recipes');

/** The pages, without the index. */
export const recipePages: readonly RecipePage[] = readdirSync(folder)
  .filter(file => file !== 'README.md')
  .map(file => readPage(file.replace(/\.md$/, ''), readFileSync(join(folder, file), 'utf8')));

/** The text of the index. */
export const recipeIndex = readFileSync(join(folder, 'README.md'), 'utf8');

/** The blocks of all pages that a comment `runs` stands before. */
export const runningBlocks: readonly RecipeBlock[] = recipePages.flatMap(({ yaml }) =>
  yaml.filter(({ mark }) => mark?.kind === 'runs'),
);

/** Names a block in the title of a test. */
export function titleOf({ page, platform, line, mark }: RecipeBlock): string {
  return `${page}, ${mark?.name ?? `line ${line}`}, ${platform}`;
}

function readPage(name: string, text: string): RecipePage {
  const blocks = markdownBlocks(text);
  const azureBegins = text.slice(0, text.indexOf('\n## Azure Pipelines\n')).split('\n').length;
  const yaml = blocks
    .filter(({ language }) => language === 'yaml')
    .map(block => ({ ...block, page: name, platform: platformAt(block.line, azureBegins) }));
  return { name, text, blocks, yaml };
}

function platformAt(line: number, azureBegins: number): PlatformName {
  return line < azureBegins ? 'github-actions' : 'azure-pipelines';
}
