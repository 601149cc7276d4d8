import type { TokenAnswer } from '../token/token-answer.js';

/** One way to get tokens: for each scope (as Entra is asked for it) an answer, in the same order. */
export type TokenSource = (scopes: readonly string[]) => Promise<TokenAnswer[]>;

/**
 * Gets the token of each scope on its own, all at once.
 * @throws the failure of the first scope that has one, when all have ended.
 */
export function eachScope(getToken: (scope: string) => Promise<TokenAnswer>): TokenSource {
  return async scopes => {
    const outcomes = await Promise.allSettled(scopes.map(getToken));
    return outcomes.map(outcome => {
      if (outcome.status === 'rejected') throw outcome.reason;
      return outcome.value;
    });
  };
}
