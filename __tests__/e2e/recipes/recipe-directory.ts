import { randomBytes } from 'node:crypto';
import type { Application } from '@entra-token/emulator';
import { opensslFolder } from '../../core/certificate/openssl.js';
import type { World } from '../world.js';

/** One environment of a company, with an app and an API of its own. */
export interface RecipeEnvironment {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** What the path `/api/items` is put behind. */
  readonly url: string;
}

/** What the pages need besides the sample directory. */
export interface RecipeDirectory {
  readonly environments: readonly RecipeEnvironment[];
  readonly powerPlatformEnvironment: string;
  readonly powerPlatformPath: string;
  /** A PEM of key, certificate and issuers, of a certificate that the sample's app has. */
  readonly certificateChain: Buffer;
  /** Another certificate of the sample's app. */
  readonly pfx: Buffer;
  readonly pfxPassword: string;
  /** Without any role. */
  readonly strangerId: string;
  readonly strangerSecret: string;
}

/** Adds what the pages need to a world, and paths of the API that refuse what the sample's app may do elsewhere. */
export async function recipeDirectory({ emulator, sample }: World): Promise<RecipeDirectory> {
  const { directory, api } = emulator;
  const { tenant, application, appStore, inventory } = sample;
  const firstParty = (uri: string): Application => {
    const found = directory.findResource(tenant, uri);
    if (!found) throw new Error(`The sample directory lacks ${uri}`);
    return found.application;
  };

  const answer = { value: [{ displayName: 'Pay-As-You-Go' }] };
  api.protect('/subscriptions', { tenant, resource: firstParty('https://management.azure.com'), answer });
  const powerPlatformEnvironment = 'Default-5e1d';
  const powerPlatformPath = `/appmanagement/environments/${powerPlatformEnvironment}/applicationPackages`;
  const powerPlatform = firstParty('https://api.powerplatform.com');
  api.protect(powerPlatformPath, { tenant, resource: powerPlatform, answer: { value: [{ uniqueName: 'Anchor' }] } });

  const stranger = directory.addTenant({ displayName: 'Fabrikam' });
  api.protect('/other-role/api/Apps', { tenant, resource: appStore, requiredRole: 'Api.Admin', answer: [] });
  api.protect('/other-audience/api/Apps', { tenant, resource: inventory, answer: [] });
  api.protect('/other-tenant/api/Apps', { tenant: stranger, resource: appStore, answer: [] });

  const strangerSecret = newSecret();
  const { chain, leaf, pfx, pfxLeaf, pfxPassword } = await makeCertificates();
  application.certificates.push(leaf, pfxLeaf);
  return {
    environments: ['dev', 'staging', 'production'].map(name => addEnvironment({ emulator, sample }, name)),
    powerPlatformEnvironment,
    powerPlatformPath,
    certificateChain: chain,
    pfx,
    pfxPassword,
    strangerId: directory.addApplication(tenant, { secrets: [{ value: strangerSecret }] }).clientId,
    strangerSecret,
  };
}

function addEnvironment({ emulator, sample }: Pick<World, 'emulator' | 'sample'>, name: string): RecipeEnvironment {
  const { directory, api } = emulator;
  const { tenant } = sample;
  const clientSecret = newSecret();
  const client = directory.addApplication(tenant, { secrets: [{ value: clientSecret }] });
  const uri = `api://inventory-${name}`;
  const role = 'Items.Read';
  const resource = directory.addApplication(tenant, { identifierUris: [uri], appRoles: [role] });
  directory.assignRole(tenant, { client, resource, role });
  api.protect(`/${name}/api/items`, { tenant, resource, requiredRole: role, answer: [{ name: `Anvil of ${name}` }] });
  return { name, clientId: client.clientId, clientSecret, scope: uri, url: `${api.origin}/${name}` };
}

async function makeCertificates() {
  const folder = await opensslFolder();
  const pfxPassword = newSecret();
  const make = (name: string, options = '') =>
    folder.run(
      `req -x509 -nodes -newkey rsa:2048 -subj /CN=${name} -days 90 -keyout ${name}.key -out ${name}.pem${options}`,
    );
  await Promise.all([make('root'), make('alone')]);
  await make('leaf', ' -CA root.pem -CAkey root.key');
  await folder.run(`pkcs12 -export -inkey alone.key -in alone.pem -out alone.pfx -passout pass:${pfxPassword}`);
  const [root, leaf, key, pfxLeaf] = await Promise.all(
    ['root.pem', 'leaf.pem', 'leaf.key', 'alone.pem'].map(folder.text),
  );
  const pfx = await folder.bytes('alone.pfx');
  await folder.remove();
  if (leaf === undefined || pfxLeaf === undefined) throw new Error('openssl made no certificates');
  return { chain: Buffer.from(`${root}${leaf}${key}`), leaf, pfx, pfxLeaf, pfxPassword };
}

function newSecret(): string {
  return randomBytes(24).toString('base64url');
}
