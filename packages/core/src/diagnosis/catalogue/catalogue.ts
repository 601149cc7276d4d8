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

/**
 * All failures that are known, as the reader of docs/errors.md finds them. Advice only: what the program does never hangs
 * on a code, except whether a request is worth repeating
 * (https://learn.microsoft.com/entra/identity-platform/reference-error-codes#handling-error-codes-in-your-application).
 */
export const sections: readonly { readonly title: string; readonly entries: CatalogueSection }[] = [
  { title: 'Before Entra is asked', entries: platform },
  { title: 'The network', entries: network },
  { title: 'Federated identity', entries: federation },
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
