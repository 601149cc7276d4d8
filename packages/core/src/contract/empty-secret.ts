import type { GivenInputs } from './given-inputs.js';

/** The problem with a secret input that is needed and empty: a sentence that follows its name. */
export function emptySecret({ restriction }: Pick<GivenInputs, 'restriction'>): string {
  if (restriction?.kind === 'fork') {
    const name = restriction.repository === undefined ? 'a fork' : `the fork ${restriction.repository}`;
    return `is empty: this run comes from ${name}, and gets no secrets. Get the token only in runs of the repository itself.`;
  }
  if (restriction?.kind === 'dependabot') {
    return "is empty: Dependabot started this run, and sees only the secrets stored for it. Store this one under 'Secrets and variables', 'Dependabot' too.";
  }
  return 'is empty. Is the secret defined, and is this run allowed to read it?';
}
