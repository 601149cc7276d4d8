import type { GivenInputs } from './given-inputs.js';
import { declarationOf, type InputName } from './inputs.js';

/** What else people write, in YAML 1.1 and elsewhere. */
const words: Readonly<Record<string, string>> = {
  yes: 'true',
  on: 'true',
  1: 'true',
  no: 'false',
  off: 'false',
  0: 'false',
};

/** Reads an input that is true or false; its default where it is unset or a problem was reported. */
export function parseBoolean(given: GivenInputs, name: InputName): boolean {
  const usual = declarationOf(name).default === 'true';
  const text = given.value(name).toLowerCase();
  if (text === '') return usual;
  if (text === 'true' || text === 'false') return text === 'true';
  given.report(name, `is '${text}', and takes true or false.`, words[text]);
  return usual;
}
