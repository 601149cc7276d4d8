import type { Anchor } from '../diagnosis/catalogue/catalogue.js';
import { editDistance } from './edit-distance.js';
import type { GivenInputs } from './given-inputs.js';
import { declarationOf, inputs } from './inputs.js';
import { isGuid } from './is-guid.js';
import { isQuoted } from './is-quoted.js';
import { scopeLines } from './scope-lines.js';

/** Something about the inputs that is odd and may be right; told only where a failure is of a kind that it explains. */
export interface Suspicion {
  /** The failures that it explains. */
  readonly explains: readonly Anchor[];
  /** What was seen and what it points to, as a sentence. Holds no secret. */
  readonly sentence: string;
  /** The input's lines as they would be right, where that is known. */
  readonly mended?: string;
  /** Whether it is seldom right; else it is only worth knowing. */
  readonly isLikely: boolean;
}

const wrongIds: readonly Anchor[] = [
  'app-not-found',
  'tenant-not-found',
  'client-id-malformed',
  'app-of-another-tenant',
];

/** Looks for the usual slips in inputs that could be right as they are. */
export function findSuspicions(given: GivenInputs): Suspicion[] {
  return [
    ...ofCredential(given),
    ...ofSecret(given),
    ...ofTenant(given),
    ...ofScope(given),
    ...ofFederatedToken(given),
  ];
}

/** Without any input of a credential, `auto` means the job's own identity; a secret that is not defined looks the same. */
function ofCredential(given: GivenInputs): Suspicion[] {
  const isAuto = ['', 'auto'].includes(given.value('credential'));
  if (!isAuto || inputs.some(({ name }) => declarationOf(name).credentials && given.value(name) !== '')) return [];
  return [
    {
      isLikely: false,
      explains: ['id-token-permission', 'no-federated-credential'],
      sentence:
        'No secret or certificate arrived, so the job was to prove its own identity. If the step is given one, it is empty: look at the name of the secret.',
    },
  ];
}

/** A secret made by Entra has letters, digits and a few of `~._-`, and is no GUID; one set by hand may be anything. */
function ofSecret(given: GivenInputs): Suspicion[] {
  const secret = given.value('client-secret');
  if (secret === '') return [];
  const input = given.spelled('client-secret');
  const explains: readonly Anchor[] = ['wrong-secret'];
  const slips: [boolean, string][] = [
    [isGuid(secret), `Likely ${input} is the secret's id: it has the form of a GUID, as ids have and values have not.`],
    [isQuoted(secret), `Likely the quotation marks around ${input} were stored with it, and do not belong to it.`],
    [/(\\r)?\\n$/.test(secret), `Likely the \\n at the end of ${input} was stored with it, and does not belong to it.`],
    [
      /^\$(\w+|\{\w+\}|env:\w+|\(\w+\))$/.test(secret),
      `Likely ${input} is the name of a variable, which nobody replaces by its value here: it has the form of one.`,
    ],
    [
      /\s/.test(secret),
      `Likely ${input} was stored with text around it: it has white space within, and values have none.`,
    ],
  ];
  return slips.flatMap(([seen, sentence]) => (seen ? [{ explains, sentence, isLikely: true }] : [])).slice(0, 1);
}

function ofTenant(given: GivenInputs): Suspicion[] {
  const tenant = given.valueOrEnvironment('tenant-id');
  if (tenant === '') return [];
  const input = given.spelled('tenant-id');
  const meant = withoutTypingError(tenant);
  if (meant !== undefined) {
    const sentence = `Likely a typing error in ${input}: '${tenant}' is almost '${meant}'.`;
    return [
      { explains: ['tenant-not-found', 'tenant-malformed'], sentence, mended: `${input}: ${meant}`, isLikely: true },
    ];
  }
  if (tenant !== given.valueOrEnvironment('client-id')) return [];
  const sentence = `${input} and ${given.spelled('client-id')} are the same, ${tenant}: one of them is the other's.`;
  return [{ explains: wrongIds, sentence, isLikely: true }];
}

/** How the first domain of a tenant ends, by cloud: https://learn.microsoft.com/entra/fundamentals/add-custom-domain */
const initialDomains = ['onmicrosoft.com', 'onmicrosoft.us', 'onmicrosoft.de', 'partner.onmschina.cn'];

function withoutTypingError(tenant: string): string | undefined {
  const [, name, ending] = /^([a-z0-9-]+)\.(.+)$/i.exec(tenant) ?? [];
  if (name === undefined || ending === undefined) return undefined;
  const distances = initialDomains.map(domain => ({ domain, distance: editDistance(ending.toLowerCase(), domain) }));
  const [closest] = distances.sort((one, other) => one.distance - other.distance);
  return closest && closest.distance > 0 && closest.distance <= 2 ? `${name}.${closest.domain}` : undefined;
}

function ofScope(given: GivenInputs): Suspicion[] {
  const clientId = given.valueOrEnvironment('client-id').toLowerCase();
  const resources = scopeLines(given.value('scope').toLowerCase()).map(({ written }) =>
    written.replace(/\/\.default$/, ''),
  );
  const input = given.spelled('scope');
  if (clientId !== '' && resources.some(resource => resource === clientId || resource === `api://${clientId}`)) {
    return [
      {
        isLikely: true,
        explains: [
          'resource-not-found',
          'role-missing',
          'token-audience',
          'token-role-missing',
          'api-unauthorized',
          'api-forbidden',
        ],
        sentence: `Likely ${input} should name the API: it is the client id of the app that asks, so the token is for that app itself.`,
      },
    ];
  }
  if (!resources.some(resource => isGuid(resource))) return [];
  const sentence = `${input} is a GUID: it has to be the application (client) id of the API, and not an object id or the id of the tenant.`;
  return [{ explains: ['resource-not-found'], sentence, isLikely: true }];
}

function ofFederatedToken(given: GivenInputs): Suspicion[] {
  const token = given.value('federated-token');
  if (token === '' || /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return [];
  const input = given.spelled('federated-token');
  const sentence = isQuoted(token)
    ? `Likely the quotation marks around ${input} do not belong to it.`
    : `Likely ${input} is not the token alone: a JWT has three parts with dots between them.`;
  return [
    {
      explains: ['assertion-malformed', 'assertion-for-another-tenant', 'certificate-unknown'],
      sentence,
      isLikely: true,
    },
  ];
}
