import type { World } from '../world.js';
import type { RecipeDirectory } from './recipe-directory.js';
import type { Expected } from './recipe-settings.js';

/** What has to go wrong so that a page's quote from the log appears. */
export interface Failure {
  /** The mark of the block that fails. */
  readonly block: string;
  /** What is other than when it succeeds. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** A mistake in what was pasted. */
  readonly mistake?: (text: string) => string;
  /** Calls that the API permits from one address. */
  readonly callsPermitted?: number;
}

/** Every quote from a log, by page and mark. */
export function recipeFailures(
  { emulator, sample }: World,
  { strangerId, strangerSecret }: RecipeDirectory,
): Readonly<Record<string, Readonly<Record<string, Failure>>>> {
  const appStoreAt = (path: string) => ({ APP_STORE_URL: `${emulator.api.origin}/${path}` });
  const stranger = {
    variables: { AZURE_CLIENT_ID: strangerId },
    secrets: { AZURE_CLIENT_SECRET: strangerSecret },
  };
  return {
    'app-store-for-intune': {
      'unknown-resource': { block: 'verified', mistake: text => text.replaceAll('api://app-store', 'api://appstore') },
      'missing-role': { block: 'verified', ...stranger },
      forbidden: { block: 'verified', variables: appStoreAt('other-role') },
      'wrong-audience': { block: 'verified', variables: appStoreAt('other-audience') },
      'wrong-tenant': { block: 'verified', variables: appStoreAt('other-tenant') },
      'no-header': { block: 'verified', mistake: text => text.replace(/AUTH: ".*"/, 'AUTH: ""') },
      'too-many-requests': { block: 'verified', callsPermitted: 0 },
    },
    'custom-apis': {
      'wrong-audience': { block: 'inspect', variables: { INVENTORY_CLIENT_ID: sample.appStore.clientId } },
      'missing-role': { block: 'inspect', ...stranger },
    },
  };
}

/** The settings of a block that fails. */
export function failing(expected: Expected, { variables, secrets }: Failure): Expected {
  return {
    ...expected,
    variables: { ...expected.variables, ...variables },
    secrets: { ...expected.secrets, ...secrets },
  };
}
