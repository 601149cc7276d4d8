import type { PlatformName } from '../platform.js';

/**
 * Whether a value is a reference to a variable that does not exist. Azure Pipelines hands `$(name)` on as it stands then:
 * https://learn.microsoft.com/azure/devops/pipelines/process/variables#understand-variable-syntax
 */
export function isUnexpanded(value: string, platform: PlatformName): boolean {
  return platform === 'azure-pipelines' && /^\$\([^()]+\)$/.test(value.trim());
}
