import type { GivenInputs } from './given-inputs.js';
import { declarationOf, type InputName } from './inputs.js';

/** Reads an input that is true or false; its default where it is unset or a problem was reported. */
export function parseBoolean(given: GivenInputs, name: InputName): boolean {
  const usual = declarationOf(name).default === 'true';
  const text = given.value(name).toLowerCase();
  if (text === '') return usual;
  if (text === 'true' || text === 'false') return text === 'true';
  given.report(name, `is '${text}', and takes true or false.`);
  return usual;
}
