import { application } from './application.js';
import { credentials } from './credentials.js';
import type { CatalogueEntry, CatalogueSection } from './entry.js';
import { federation } from './federation.js';
import { network } from './network.js';
import { platform } from './platform.js';
import { resource } from './resource.js';
import { service } from './service.js';
import { token } from './token.js';
import { users } from './users.js';

interface Section {
  readonly title: string;
  /** What holds for all of its entries, in markdown. */
  readonly note?: string;
  readonly entries: CatalogueSection;
}

/**
 * All failures that are known, as the reader of docs/errors.md finds them. Advice only: what the program does never hangs
 * on a code, except whether a request is worth repeating
 * (https://learn.microsoft.com/entra/identity-platform/reference-error-codes#handling-error-codes-in-your-application).
 */
export const sections: readonly Section[] = [
  { title: 'Before Entra is asked', entries: platform },
  { title: 'The network', entries: network },
  {
    title: 'Federated identity',
    note: 'The log shows a federated credential that fits, and the command that makes it for an app registration. For a user-assigned managed identity it is `az identity federated-credential create --identity-name NAME --resource-group GROUP --name ANY --issuer ISSUER --subject SUBJECT --audiences AUDIENCE`. An app or identity can have 20 of them, each with one audience.',
    entries: federation,
  },
  { title: 'Secret and certificate', entries: credentials },
  { title: 'App, tenant and cloud', entries: application },
  { title: 'Resource, scope and consent', entries: resource },
  { title: 'Users', entries: users },
  { title: 'Entra itself', entries: service },
  { title: 'The token and the API', entries: token },
];

const all = {
  ...platform,
  ...network,
  ...federation,
  ...credentials,
  ...application,
  ...resource,
  ...users,
  ...service,
  ...token,
};

/** Where an entry is found in docs/errors.md. */
export type Anchor = keyof typeof all;

/** An entry and its anchor. */
export interface KnownFailure extends CatalogueEntry {
  readonly anchor: string;
}

/** The entry of that anchor. */
export function known(anchor: Anchor): KnownFailure {
  return { anchor, ...all[anchor] };
}

/** The entry for the first code that has one, or else for the OAuth error. */
export function knownRefusal(codes: readonly number[], error: string): KnownFailure | undefined {
  const entries: [string, CatalogueEntry][] = Object.entries(all);
  const found =
    codes.map(code => entries.find(([, entry]) => entry.codes?.includes(code))).find(Boolean) ??
    entries.find(([, entry]) => entry.errors?.includes(error));
  return found && { anchor: found[0], ...found[1] };
}
