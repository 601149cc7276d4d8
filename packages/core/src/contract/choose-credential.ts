import { type CredentialKind, isUserGrant } from './credential-kinds.js';
import type { GivenInputs } from './given-inputs.js';
import { existsOn, type InputDeclaration } from './input-declaration.js';
import { declarationOf, type InputName, inputs } from './inputs.js';
import { nearest } from './nearest.js';

/** What the inputs say of the identity. */
export interface ChosenCredential {
  readonly kind: CredentialKind;
  /** What authenticates the app in a grant that a user takes part in; undefined for a public client. */
  readonly client: CredentialKind | undefined;
}

/**
 * Decides which kind of credential the inputs mean: the one that is named, or for `auto` the one whose inputs are
 * present, or else the job's own identity. Inputs of another kind are a problem, never a guess.
 * @returns undefined when a problem was reported.
 */
export function chooseCredential(given: GivenInputs): ChosenCredential | undefined {
  const present = credentialInputs(given);
  const decided = [...new Set(present.flatMap(({ decides }) => decides ?? []))];
  const kind = wantedKind(given) ?? decidedKind(decided);
  if (kind === 'unknown') return undefined;

  const clients = decided.filter(each => each !== kind);
  const foreign = present.filter(({ credentials }) => kind === undefined || !credentials.includes(kind));
  if (kind !== undefined && foreign.length === 0 && clients.length <= 1) return { kind, client: clients[0] };
  if (given.value('credential') === kind && foreign.length > 0) reportForeign(given, kind, foreign);
  else reportConflict(given, present);
  return undefined;
}

interface CredentialInput {
  readonly name: InputName;
  readonly credentials: readonly CredentialKind[];
  readonly decides: CredentialKind | undefined;
}

function credentialInputs(given: GivenInputs): CredentialInput[] {
  return inputs.flatMap(({ name }) => {
    const { credentials, decides } = declarationOf(name);
    return credentials && given.value(name) !== '' ? [{ name, credentials, decides }] : [];
  });
}

/** The kind that is named; undefined for `auto`, `unknown` when a problem was reported. */
function wantedKind(given: GivenInputs): CredentialKind | 'unknown' | undefined {
  const wanted = given.value('credential') || 'auto';
  if (wanted === 'auto') return undefined;
  const { choices }: InputDeclaration = declarationOf('credential');
  const values = (choices ?? []).filter(choice => existsOn(given.platform, choice)).map(({ value }) => value);
  const kind = values.find(isCredentialKind(wanted));
  if (kind !== undefined) return kind;
  given.report('credential', `is '${wanted}', and takes one of: ${values.join(', ')}.`, nearest(wanted, values));
  return 'unknown';
}

function isCredentialKind(wanted: string): (value: string) => value is CredentialKind {
  return (value): value is CredentialKind => value === wanted;
}

/**
 * The kind that the given inputs decide on. A user's grant goes before what authenticates its app; with no input at all
 * it is the job's own identity; undefined when the inputs contradict each other.
 */
function decidedKind(decided: readonly CredentialKind[]): CredentialKind | undefined {
  if (decided.length === 0) return 'oidc';
  const grants = decided.filter(isUserGrant);
  const deciding = grants.length > 0 ? grants : decided;
  return deciding.length === 1 ? deciding[0] : undefined;
}

function reportConflict(given: GivenInputs, conflicting: readonly CredentialInput[]): void {
  given.report(
    conflicting.map(({ name }) => name),
    'belong to different kinds of credential. Keep the inputs of one kind and remove the others.',
  );
}

function reportForeign(given: GivenInputs, kind: CredentialKind, foreign: readonly CredentialInput[]): void {
  const names = foreign.map(({ name }) => name);
  const others = names.map(given.spelled).join(' and ');
  const credential = given.spelled('credential');
  given.report(names, `not used with ${credential}: ${kind}. Remove ${others}, or change the credential.`);
}
