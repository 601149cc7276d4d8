import { existsOn } from '../contract/input-declaration.js';
import { declarationOf, inputs } from '../contract/inputs.js';
import { spell } from '../contract/spelling.js';
import type { Platform } from '../platform.js';
import { secretForms } from './secret-forms.js';

/** Hides a secret in every form a log could show. */
export function maskSecret(platform: Platform, secret: string): void {
  for (const form of secretForms(secret)) platform.mask(form);
}

/** Hides the values of all secret inputs. */
export function maskSecretInputs(platform: Platform): void {
  for (const { name } of inputs) {
    const declared = declarationOf(name);
    if (!declared.secret || !existsOn(platform.name, declared)) continue;
    maskSecret(platform, platform.input(spell(name, platform.name)));
  }
}
