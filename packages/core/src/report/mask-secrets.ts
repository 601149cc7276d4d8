import { existsOn } from '../contract/input-declaration.js';
import { declarationOf, inputs } from '../contract/inputs.js';
import { spell } from '../contract/spelling.js';
import { isUnexpanded } from '../contract/unexpanded.js';
import type { Platform } from '../platform.js';
import { secretForms, shortestMasked } from './secret-forms.js';

/**
 * Hides a secret in every form a log could show.
 * @returns whether it is hidden; one that is too short is not.
 */
export function maskSecret(platform: Platform, secret: string): boolean {
  const forms = secretForms(secret);
  for (const form of forms) platform.mask(form);
  return forms.length > 0;
}

/**
 * Hides the values of all secret inputs.
 * @returns the inputs, as the platform spells them, whose values are too short to be hidden; for `tooShortToMask`.
 */
export function maskSecretInputs(platform: Platform): string[] {
  return inputs.flatMap(({ name }) => {
    const declared = declarationOf(name);
    if (!declared.secret || !existsOn(platform.name, declared)) return [];
    const spelled = spell(name, platform.name);
    const value = platform.input(spelled);
    // The name of a variable that does not exist is no secret, and the reader needs it.
    if (isUnexpanded(value, platform.name)) return [];
    return maskSecret(platform, value) || value.trim() === '' ? [] : [spelled];
  });
}

/** Warns of an input whose value stays readable, and says why. */
export function tooShortToMask(input: string): string {
  return `${input}: is too short to be masked (no line of ${shortestMasked} characters), for the log would turn into stars wherever those few characters stand. Use a longer secret.`;
}
