import type { GivenInputs } from './given-inputs.js';
import {
  type CredentialKind,
  declarationOf,
  existsOn,
  type InputDeclaration,
  type InputName,
  inputs,
} from './inputs.js';

/**
 * Decides which kind of credential the inputs mean: the one that is named, or for `auto` the one whose inputs are
 * present, or else the job's own identity. Inputs of another kind are a problem, never a guess.
 * @returns undefined when a problem was reported.
 */
export function chooseCredential(given: GivenInputs): CredentialKind | undefined {
  const present = credentialInputs().filter(({ name }) => given.value(name) !== '');
  const wanted = given.value('credential') || 'auto';
  if (wanted === 'auto') return chooseByInputs(given, present);

  const kind = kindsOn(given).find(each => each === wanted);
  if (!kind) {
    given.report('credential', `is '${wanted}', and takes one of: auto, ${kindsOn(given).join(', ')}.`);
    return undefined;
  }
  const foreign = present.filter(({ credentials }) => !credentials.includes(kind)).map(({ name }) => name);
  if (foreign.length > 0) {
    const others = foreign.map(given.spelled).join(' and ');
    given.report(
      foreign,
      `not used with ${given.spelled('credential')}: ${kind}. Remove ${others}, or change the credential.`,
    );
    return undefined;
  }
  return kind;
}

interface CredentialInput {
  readonly name: InputName;
  readonly credentials: readonly CredentialKind[];
}

function credentialInputs(): CredentialInput[] {
  return inputs.flatMap(({ name }) => {
    const { credentials } = declarationOf(name);
    return credentials ? [{ name, credentials }] : [];
  });
}

function chooseByInputs(given: GivenInputs, present: readonly CredentialInput[]): CredentialKind | undefined {
  if (present.length === 0) return 'oidc';
  const fitting = kindsOn(given).find(kind => present.every(({ credentials }) => credentials.includes(kind)));
  if (fitting) return fitting;
  given.report(
    present.map(({ name }) => name),
    'belong to different kinds of credential. Keep the inputs of one kind and remove the others.',
  );
  return undefined;
}

function kindsOn(given: GivenInputs): CredentialKind[] {
  const all: readonly CredentialKind[] = ['client-secret', 'certificate', 'oidc', 'service-connection'];
  const { choices }: InputDeclaration = declarationOf('credential');
  return all.filter(kind => choices?.some(choice => choice.value === kind && existsOn(given.platform, choice)));
}
