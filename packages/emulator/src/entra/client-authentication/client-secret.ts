import type { Application } from '../../directory/model.js';
import { Refusal } from '../refusal.js';
import type { ClientProof } from './proof.js';

/** @throws Refusal 7000215 (wrong) or 7000222 (expired) */
export function verifyClientSecret(secret: string, application: Application, now: Date): ClientProof {
  const registered = application.secrets.find(({ value }) => value === secret);
  if (registered === undefined) {
    throw new Refusal(
      7000215,
      'The client secret is not valid. Send the value of the secret, not its id, ' +
        `of a secret that was added to app '${application.clientId}'.`,
    );
  }
  if (registered.expiresOn !== undefined && registered.expiresOn <= now) {
    throw new Refusal(
      7000222,
      `The client secret keys of app '${application.clientId}' are expired. Create new ones in the Azure portal, ` +
        'or consider certificate credentials.',
    );
  }
  return { method: '1', spendOn: () => undefined };
}
