import type { World } from '../world.js';
import type { RecipeDirectory } from './recipe-directory.js';
import type { Settings } from './run-block.js';

/** How a block is filled in, and what has to come of it. */
export interface Expected extends Settings {
  /** The paths that the API is asked for, all of which it answers with 200. */
  readonly calls: readonly string[];
  /** What the answers hold, or the step says. */
  readonly shows: readonly string[];
  /** A refresh token is stored. */
  readonly stores?: true;
  /** Certificates in the header of the app's assertion. */
  readonly chainLength?: number;
}

const users = { calls: ['/v1.0/users'], shows: ['Megan Bowen'] };
const me = { calls: ['/v1.0/me'], shows: ['Megan Bowen', 'Roles or scopes: User.Read'] };
const items = { calls: ['/api/items'], shows: ['Anvil'] };

/** Every block that runs, by page and mark; one that stands for several environments has several settings. */
export function recipeSettings(
  { emulator, sample }: World,
  directory: RecipeDirectory,
): Readonly<Record<string, Readonly<Record<string, readonly Expected[]>>>> {
  const { origin } = emulator.api;
  const tenant = { AZURE_TENANT_ID: sample.tenantId };
  const app = { ...tenant, AZURE_CLIENT_ID: sample.clientId };
  const console = { ...tenant, AZURE_CLIENT_ID: sample.publicClientId };
  const inventory = { INVENTORY_URL: origin, INVENTORY_CLIENT_ID: sample.inventory.clientId };
  const appStore = { APP_STORE_URL: origin };
  const powerPlatform = { POWER_PLATFORM_ENVIRONMENT: directory.powerPlatformEnvironment };
  const packages = { calls: [directory.powerPlatformPath], shows: ['Anchor'] };

  const secret = { AZURE_CLIENT_SECRET: sample.clientSecret };
  const session = {
    ENTRA_REFRESH_TOKEN: refreshToken({ emulator, sample }),
    SECRETS_TOKEN: 'github_pat_of_the_recipe',
  };
  const certificate = (file: string, content: Uint8Array) => ({
    certificate: { secret: 'AZURE_CLIENT_CERTIFICATE', file, content },
  });

  return {
    'app-store-for-intune': {
      'client-secret': [
        { variables: { ...app, ...appStore }, secrets: secret, calls: ['/api/Apps'], shows: ['Company Portal'] },
      ],
      verified: [
        {
          variables: { ...app, ...appStore },
          secrets: secret,
          calls: ['/api/Apps', '/api/Apps'],
          shows: ['Company Portal'],
        },
      ],
    },
    'power-platform': {
      user: [
        {
          variables: { ...console, ...powerPlatform, POWER_PLATFORM_USER: sample.user.userPrincipalName },
          secrets: { POWER_PLATFORM_PASSWORD: sample.user.password },
          calls: packages.calls,
          shows: [...packages.shows, 'Roles or scopes: AppManagement.ApplicationPackages.Read'],
        },
      ],
      'client-secret': [{ variables: { ...app, ...powerPlatform }, secrets: secret, ...packages }],
      certificate: [
        {
          variables: { ...app, ...powerPlatform },
          secrets: {},
          ...certificate('power-platform.pem', directory.certificateChain),
          ...packages,
          chainLength: 2,
        },
      ],
    },
    'custom-apis': {
      profiles: directory.environments.map(environment => ({
        variables: {
          ...tenant,
          AZURE_CLIENT_ID: environment.clientId,
          INVENTORY_SCOPE: environment.scope,
          INVENTORY_URL: environment.url,
        },
        secrets: { AZURE_CLIENT_SECRET: environment.clientSecret },
        parameters: { environment: environment.name },
        calls: [`/${environment.name}/api/items`],
        shows: [`Anvil of ${environment.name}`],
      })),
      'several-apis': [
        {
          variables: { ...app, ...inventory, ...appStore },
          secrets: secret,
          calls: ['/api/items', '/api/Apps', '/v1.0/users'],
          shows: ['Anvil', 'Company Portal', 'Megan Bowen'],
        },
      ],
      'several-permissions': [
        {
          variables: { ...console, ...inventory },
          secrets: session,
          calls: items.calls,
          shows: ['Anvil', 'Roles or scopes: Items.Read Items.Write'],
        },
      ],
      'on-behalf-of': [
        {
          variables: { ...console, ...inventory, ORDERS_CLIENT_ID: sample.middleTierClientId },
          secrets: { ...session, ORDERS_CLIENT_SECRET: sample.middleTierSecret },
          ...items,
        },
      ],
      certificate: [
        {
          variables: { ...app, ...inventory },
          secrets: { INVENTORY_CERTIFICATE_PASSWORD: directory.pfxPassword },
          certificate: { secret: 'INVENTORY_CERTIFICATE', file: 'inventory.pfx', content: directory.pfx },
          ...items,
        },
      ],
      inspect: [{ variables: { ...app, ...inventory }, secrets: secret, ...items }],
    },
    'graph-and-arm-headers': {
      'client-secret': [
        {
          variables: app,
          secrets: secret,
          calls: ['/v1.0/users', '/subscriptions'],
          shows: ['Megan Bowen', 'Pay-As-You-Go'],
        },
      ],
      'refresh-token': [
        {
          variables: { ...console, REFRESH_TOKEN_GROUP: '7' },
          secrets: session,
          calls: ['/v1.0/users', '/subscriptions'],
          shows: ['Megan Bowen', 'Pay-As-You-Go'],
          stores: true,
        },
      ],
    },
    'powershell-and-graph': {
      'client-secret': [{ variables: app, secrets: secret, ...users }],
      certificate: [
        { variables: app, secrets: {}, ...certificate('graph.pem', Buffer.from(sample.certificatePem)), ...users },
      ],
      'device-code': [
        {
          variables: { ...console, REFRESH_TOKEN_GROUP: '7' },
          secrets: { SECRETS_TOKEN: session.SECRETS_TOKEN },
          ...me,
          stores: true,
        },
      ],
      'refresh-token': [{ variables: { ...console, REFRESH_TOKEN_GROUP: '7' }, secrets: session, ...me, stores: true }],
    },
  };
}

/** As an earlier sign-in of the sample's user at the sample's public client left it. */
function refreshToken({ emulator, sample }: Pick<World, 'emulator' | 'sample'>): string {
  return emulator.entra.issueRefreshToken({ client: sample.publicClient, user: sample.user });
}
