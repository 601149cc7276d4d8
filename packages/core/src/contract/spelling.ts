import type { PlatformName } from '../platform.js';

/** Turns `client-id` into `clientId`. */
function toCamelCase(name: string): string {
  return name.replace(/-+(.)?/g, (_dashes, letter: string | undefined) => letter?.toUpperCase() ?? '');
}

/**
 * Spells a name of the contract for a platform: kebab-case on GitHub Actions, the same words in camelCase on Azure
 * Pipelines, whose output names take letters and digits only.
 */
export function spell(name: string, platform: PlatformName): string {
  return platform === 'azure-pipelines' ? toCamelCase(name) : name;
}
