import type { Context } from '../context.js';
import type { ServiceConnection } from '../credentials/service-connection.js';
import type { GivenInputs } from './given-inputs.js';
import { InputProblems } from './input-problems.js';

const sources = ['azure-subscription', 'azure-dev-ops-service-connection'] as const;

/**
 * Reads the service connection that the inputs name, and hides what it holds.
 * @returns undefined where a problem was reported.
 */
export function readServiceConnection(given: GivenInputs, { platform, mask }: Context): ServiceConnection | undefined {
  const present = sources.filter(name => given.value(name) !== '');
  const [name, ...others] = present;
  if (name === undefined) {
    given.report('azure-subscription', 'is missing. Name the service connection whose identity gets the token.');
    return undefined;
  }
  if (others.length > 0) {
    given.report(present, 'both are given, and a token is for one identity. Keep one.');
    return undefined;
  }
  try {
    const connection = platform.serviceConnection(given.value(name), given.spelled(name));
    if (connection.proof.kind === 'client-secret') mask(connection.proof.clientSecret);
    if (connection.proof.kind === 'certificate') mask(connection.proof.pem);
    return connection;
  } catch (error) {
    if (!(error instanceof InputProblems)) throw error;
    given.reportAll(error.problems);
    return undefined;
  }
}
