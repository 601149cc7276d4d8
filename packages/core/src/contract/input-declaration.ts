import type { PlatformName } from '../platform.js';
import type { CredentialKind } from './credential-kinds.js';

/** A value that an input chooses from. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly platforms?: readonly PlatformName[];
}

/** One input, declared once for both platforms: metadata, README and parsing all come from here. */
export interface InputDeclaration {
  /** kebab-case; `spell` gives the platform's form. */
  readonly name: string;
  /** A short name for forms. */
  readonly label: string;
  /** What it means, in a sentence or two of markdown. */
  readonly help: string;
  readonly default?: string;
  /** Its value is masked before anything else happens. */
  readonly secret?: true;
  readonly multiline?: true;
  readonly boolean?: true;
  readonly choices?: readonly Choice[];
  /** The variable of the Azure SDKs that stands in when the input is unset. */
  readonly environmentVariable?: string;
  /** Where it exists; everywhere when absent. */
  readonly platforms?: readonly PlatformName[];
  /** The credentials that use it; all when absent. */
  readonly credentials?: readonly CredentialKind[];
  /** The kind of credential that `auto` takes when this input is given. */
  readonly decides?: CredentialKind;
  /** The type of the input in task.json, where it is none of a text's. */
  readonly taskType?: string;
}

/** Whether something that may name its platforms exists on this one. */
export function existsOn(platform: PlatformName, declared: { readonly platforms?: readonly PlatformName[] }): boolean {
  return declared.platforms?.includes(platform) ?? true;
}
