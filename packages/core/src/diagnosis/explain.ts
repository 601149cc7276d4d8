import { type Anchor, known } from './catalogue/catalogue.js';
import type { Diagnosis } from './diagnosis.js';

/** What is special about a case of a known failure. Without `what` and `fix` those of the catalogue hold. */
export type SpecialCase = Partial<Omit<Diagnosis, 'known' | 'title'>> &
  Pick<Diagnosis, 'title'> & { readonly host?: string };

/** Makes a diagnosis of an entry of the catalogue. */
export function explain(anchor: Anchor, { host = '', ...special }: SpecialCase): Diagnosis {
  const entry = known(anchor);
  return { what: entry.meaning.replace('{host}', host), fix: entry.fix, facts: [], ...special, known: entry };
}
